package org.mtgtracker.server.mariadb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file a server's own words go to; one older file of it is kept. */
record ServerLog(Path file) {
    private static final long LARGE = 16L << 20;
    private static final int TAIL = 16 << 10;
    private static final Pattern COMPLAINT =
            Pattern.compile("\\[ERROR]|^ERROR|Library not loaded|error while loading shared libraries|Got error:");
    private static final Pattern PROGRESS = Pattern.compile("\\[(Note|Warning)]");
    private static final Pattern PREFIX = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d +\\d+:\\d\\d:\\d\\d \\d+ \\[ERROR] ");

    /** Makes the file ready to be appended to, and says where what follows will begin. */
    long open() throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGE) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        OwnerOnly.touch(file);
        return Files.size(file);
    }

    /** The first complaint after the given place, else the last line there that is no report of progress, if any. */
    Optional<String> complaint(long since) {
        List<String> lines = tail(since)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> COMPLAINT.matcher(line).find())
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> !PROGRESS.matcher(line).find())
                        .reduce((first, second) -> second))
                .map(line -> PREFIX.matcher(line).replaceFirst(""));
    }

    private String tail(long since) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(since, channel.size() - TAIL));
            ByteBuffer bytes = ByteBuffer.allocate(TAIL);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until the end
            }
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
