package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Optional;

/** Where a catalogue comes from. */
public sealed interface Source {
    /** As runs and the catalogue's state name it. */
    String name();

    /** What tells this content of the source from another without reading it; empty where that is not known. */
    Optional<String> fingerprint();

    /**
     * Opens it for reading.
     *
     * @param known fingerprint of the content that is there already; empty for none
     * @return empty when the source is not on this server, and says that its content is still the known one
     * @throws IOException with a message that says what does not answer, and how
     */
    Optional<Opened> open(String known) throws IOException;

    /**
     * A source that is being read.
     *
     * @param fingerprint of this content; empty when the source gives none
     * @param size in bytes, packed or not as it comes; -1 when the source does not say
     * @param priceDay the UTC date of the prices in it; null when that is not known
     */
    record Opened(InputStream stream, String fingerprint, long size, LocalDate priceDay) implements Closeable {
        public Opened {
            requireNonNull(stream, "stream is null");
            requireNonNull(fingerprint, "fingerprint is null");
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /** A file on this server; the demo is one too. */
    record OfFile(String name, Path path) implements Source {
        @Override
        public Optional<String> fingerprint() {
            try {
                return Optional.of(sizeAndTime(attributes()));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<Opened> open(String known) throws IOException {
            try {
                // asked for before the file is open, so that nothing is left open when it fails
                BasicFileAttributes file = attributes();
                return Optional.of(new Opened(
                        new UnchangingFile(Files.newInputStream(path), file.size(), name),
                        sizeAndTime(file),
                        file.size(),
                        null));
            } catch (IOException e) {
                throw new IOException(name + " cannot be read (" + path + "): " + Problem.of(e), e);
            }
        }

        private BasicFileAttributes attributes() throws IOException {
            return Files.readAttributes(path, BasicFileAttributes.class);
        }

        private static String sizeAndTime(BasicFileAttributes file) {
            return file.size() + " bytes of " + file.lastModifiedTime().toInstant();
        }
    }

    /** A file behind an address. */
    record OfWeb(URI address, Downloads downloads) implements Source {
        @Override
        public String name() {
            return address.toString();
        }

        @Override
        public Optional<String> fingerprint() {
            return Optional.empty();
        }

        @Override
        public Optional<Opened> open(String known) throws IOException {
            return downloads
                    .begin(address, "*/*", known)
                    .map(begun -> new Opened(begun.stream(), begun.fingerprint(), begun.size(), null));
        }
    }

    /**
     * A bulk file of Scryfall's, the newest there is.
     *
     * @param type as Scryfall calls it
     */
    record OfScryfall(String name, String type, Scryfall scryfall) implements Source {
        @Override
        public Optional<String> fingerprint() {
            return Optional.empty();
        }

        @Override
        public Optional<Opened> open(String known) throws IOException {
            return scryfall.bulk(type, known);
        }
    }
}
