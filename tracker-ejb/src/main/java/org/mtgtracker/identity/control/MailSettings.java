package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By which server mail is sent, if any. */
@ApplicationScoped
public class MailSettings {
    private static final String TIMEOUT_MILLIS = "10000";

    private final Optional<String> host;
    private final int port;
    private final Optional<String> user;
    private final Optional<String> password;
    private final String from;
    private final String security;
    private final Optional<String> publicAddress;

    /**
     * The settings as they are named in the configuration.
     *
     * @param host without it no mail is sent
     * @param security {@code none}, {@code starttls} or {@code tls}
     * @param publicAddress under which people know the pages, for links
     */
    @Inject
    public MailSettings(
            @ConfigProperty(name = "smtp.host") Optional<String> host,
            @ConfigProperty(name = "smtp.port", defaultValue = "587") int port,
            @ConfigProperty(name = "smtp.user") Optional<String> user,
            @ConfigProperty(name = "smtp.password") Optional<String> password,
            @ConfigProperty(name = "smtp.from", defaultValue = "mtg-tracker@localhost") String from,
            @ConfigProperty(name = "smtp.security", defaultValue = "starttls") String security,
            @ConfigProperty(name = "tracker.public-url") Optional<String> publicAddress) {
        this.host = requireNonNull(host, "host is null").filter(text -> !text.isBlank());
        this.port = port;
        this.user = requireNonNull(user, "user is null").filter(text -> !text.isBlank());
        this.password = requireNonNull(password, "password is null").filter(text -> !text.isEmpty());
        this.from = requireNonNull(from, "from is null");
        this.security = requireNonNull(security, "security is null").toLowerCase(Locale.ROOT);
        this.publicAddress = requireNonNull(publicAddress, "publicAddress is null")
                .filter(text -> !text.isBlank())
                .map(text -> text.replaceAll("/+$", ""));
    }

    /** For the container's proxy. */
    protected MailSettings() {
        host = Optional.empty();
        port = 0;
        user = Optional.empty();
        password = Optional.empty();
        from = null;
        security = null;
        publicAddress = Optional.empty();
    }

    boolean configured() {
        return host.isPresent();
    }

    Optional<String> user() {
        return user;
    }

    Optional<String> password() {
        return password;
    }

    String from() {
        return from;
    }

    Optional<String> publicAddress() {
        return publicAddress;
    }

    /** As Jakarta Mail wants them. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host.orElseThrow());
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        switch (security) {
            case "none" -> properties.setProperty("mail.smtp.starttls.enable", "false");
            case "tls" -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            default -> {
                // what is not known must not send passwords in the open
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
        }
        return properties;
    }
}
