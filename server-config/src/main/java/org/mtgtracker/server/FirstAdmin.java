package org.mtgtracker.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** How to sign in to a new installation: handed over by the application in a file, told once, and gone. */
final class FirstAdmin {
    private final Path handover;

    FirstAdmin(Path data) {
        this.handover = data.resolve("first-admin.properties");
    }

    Path handover() {
        return handover;
    }

    /** Tells name, password and API key if the application made them since they were last told. */
    void tellOnce(Progress progress) {
        if (!Files.exists(handover)) {
            return;
        }
        Properties admin = new Properties();
        try {
            try (Reader in = Files.newBufferedReader(handover)) {
                admin.load(in);
            }
            progress.say("");
            progress.say("  The first administrator was made. This is shown once: keep it.");
            progress.say("    sign in    " + admin.getProperty("user") + " / " + admin.getProperty("password"));
            progress.say("    API key    " + admin.getProperty("apiKey") + "   (header X-API-Key)");
            Files.delete(handover);
        } catch (IOException e) {
            progress.say(
                    "The first administrator's password could not be read from " + handover + ": " + e.getMessage());
        }
    }
}
