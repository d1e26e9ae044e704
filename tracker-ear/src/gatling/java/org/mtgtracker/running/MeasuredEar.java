package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.mtgtracker.bare.BareApplication;
import org.mtgtracker.bare.BareResource;
import org.mtgtracker.bare.BareText;

/**
 * The product's EAR with what the product does not have: one more web application at {@code /bare}, and a bare page,
 * {@code /bare.xhtml}, in its own.
 */
final class MeasuredEar {
    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String MODULE =
            "<module><web><web-uri>bare.war</web-uri><context-root>/bare</context-root></web></module>";

    private MeasuredEar() {}

    /** Writes it beside a name. */
    static Path of(Path product, Path measured) throws IOException {
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(product));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(measured))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(DESCRIPTOR)) {
                    String descriptor = new String(from.readAllBytes(), UTF_8);
                    int last = descriptor.lastIndexOf("</module>") + "</module>".length();
                    to.write((descriptor.substring(0, last) + MODULE + descriptor.substring(last)).getBytes(UTF_8));
                } else if (entry.getName().endsWith(".war")) {
                    to.write(withBarePage(from.readAllBytes()));
                } else {
                    from.transferTo(to);
                }
                to.closeEntry();
            }
            to.putNextEntry(new ZipEntry("bare.war"));
            to.write(war());
            to.closeEntry();
        }
        return measured;
    }

    private static byte[] withBarePage(byte[] war) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(war));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
                to.closeEntry();
            }
            to.putNextEntry(new ZipEntry("bare.xhtml"));
            copy("bare/bare.xhtml", to);
            to.closeEntry();
            String servlet = BareText.class.getName().replace('.', '/') + ".class";
            to.putNextEntry(new ZipEntry("WEB-INF/classes/" + servlet));
            copy(servlet, to);
            to.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] war() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream war = new ZipOutputStream(bytes)) {
            for (Class<?> type : List.of(BareApplication.class, BareResource.class)) {
                String file = type.getName().replace('.', '/') + ".class";
                war.putNextEntry(new ZipEntry("WEB-INF/classes/" + file));
                copy(file, war);
                war.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void copy(String file, OutputStream to) throws IOException {
        try (InputStream in = MeasuredEar.class.getClassLoader().getResourceAsStream(file)) {
            in.transferTo(to);
        }
    }
}
