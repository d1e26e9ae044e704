package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
     * @throws IOException with a message that says what does not answer, and how
     */
    Opened open() throws IOException;

    /**
     * A source that is being read.
     *
     * @param fingerprint of this content; empty when the source gives none
     */
    record Opened(InputStream stream, String fingerprint) implements Closeable {
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
                return Optional.of(sizeAndTime());
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        @Override
        public Opened open() throws IOException {
            try {
                return new Opened(Files.newInputStream(path), sizeAndTime());
            } catch (IOException e) {
                throw new IOException(name + " cannot be read (" + path + "): " + Problem.of(e), e);
            }
        }

        private String sizeAndTime() throws IOException {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return file.size() + " bytes of " + file.lastModifiedTime().toInstant();
        }
    }

    /** A file behind an address. */
    record OfWeb(URI address, Web web) implements Source {
        @Override
        public String name() {
            return address.toString();
        }

        @Override
        public Optional<String> fingerprint() {
            return Optional.empty();
        }

        @Override
        public Opened open() throws IOException {
            return web.download(address, "*/*");
        }
    }

    /** Scryfall's default cards, the newest there are. */
    record OfScryfall(Scryfall scryfall) implements Source {
        @Override
        public String name() {
            return Sources.SCRYFALL;
        }

        @Override
        public Optional<String> fingerprint() {
            return Optional.empty();
        }

        @Override
        public Opened open() throws IOException {
            return scryfall.defaultCards();
        }
    }
}
