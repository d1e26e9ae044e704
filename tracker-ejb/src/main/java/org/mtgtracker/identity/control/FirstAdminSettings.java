package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the first admin comes to a password and a key, and who is told. */
@ApplicationScoped
public class FirstAdminSettings {
    private final Optional<String> password;
    private final Optional<String> apiKey;
    private final Optional<Path> handover;

    /**
     * The settings as they are named in the configuration; a blank one counts as absent.
     *
     * @param password the admin's password, from a secret; absent for a random one
     * @param apiKey the admin's API key, from a secret; absent for a random one
     * @param handover the file that is to tell whoever started the application what was made up
     */
    @Inject
    public FirstAdminSettings(
            @ConfigProperty(name = "tracker.admin.password") Optional<String> password,
            @ConfigProperty(name = "tracker.admin.api-key") Optional<String> apiKey,
            @ConfigProperty(name = "tracker.admin.handover") Optional<String> handover) {
        this.password = requireNonNull(password, "password is null").filter(text -> !text.isBlank());
        this.apiKey = requireNonNull(apiKey, "apiKey is null").filter(text -> !text.isBlank());
        this.handover = requireNonNull(handover, "handover is null")
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /** For the container's proxy. */
    protected FirstAdminSettings() {
        password = Optional.empty();
        apiKey = Optional.empty();
        handover = Optional.empty();
    }

    Optional<String> password() {
        return password;
    }

    Optional<String> apiKey() {
        return apiKey;
    }

    Optional<Path> handover() {
        return handover;
    }

    /** True when an admin made now would be one that nobody can sign in as. */
    boolean nobodyWouldLearn() {
        return password.isEmpty() && apiKey.isEmpty() && handover.isEmpty();
    }
}
