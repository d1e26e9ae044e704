package org.mtgtracker.identity.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.identity.boundary.TooManyAttempts;
import org.mtgtracker.jobs.boundary.Background;

/**
 * Sends what people are to have by mail, behind the answer: how long a mail server takes tells nobody whether there was
 * anything to send.
 */
@ApplicationScoped
public class Mails {
    private static final Logger LOG = Logger.getLogger(Mails.class.getName());

    private final MailSettings settings;
    private final Executor executor;

    @Inject
    public Mails(MailSettings settings, @Background Executor executor) {
        this.settings = requireNonNull(settings, "settings is null");
        this.executor = requireNonNull(executor, "executor is null");
    }

    /** For the container's proxy. */
    protected Mails() {
        settings = null;
        executor = null;
    }

    /** Whether there is a server to send by. */
    public boolean possible() {
        return settings.configured();
    }

    /** Runs work behind the answer. */
    public void behind(Runnable work) {
        executor.execute(() -> {
            try {
                work.run();
            } catch (TooManyAttempts e) {
                LOG.info("A mail was not sent: there were too many to the same address");
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A mail could not be prepared: " + e.getMessage(), e);
            }
        });
    }

    /** Asks whoever reads that address to prove it. */
    public void verification(String to, String name, String token) {
        send(to, "Verify your e-mail address", """
                Hello %s,

                this address was given for your account at MTG Tracker. To confirm it, %s

                The token is good for 24 hours. If you did not ask for this, there is nothing to do.
                """.formatted(name, way("verify-email", token)));
    }

    /** Lets whoever reads that address set a new password. */
    public void reset(String to, String name, String token) {
        send(to, "Set a new password", """
                Hello %s,

                somebody asked for a new password for your account at MTG Tracker. To set one, %s

                The token is good for 30 minutes, once. If it was not you, there is nothing to do: your password stays as it is.
                """.formatted(name, way("reset-password", token)));
    }

    private String way(String page, String token) {
        return settings.publicAddress()
                .map(address -> "open\n\n  " + address + "/" + page + "?token=" + token)
                .orElse("use this token:\n\n  " + token);
    }

    private void send(String to, String subject, String text) {
        try {
            Session session = Session.getInstance(settings.properties(), authenticator());
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject, UTF_8.name());
            message.setText(text, UTF_8.name());
            Transport.send(message);
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "A mail could not be sent: " + e.getMessage(), e);
        }
    }

    private Authenticator authenticator() {
        return settings.user()
                .<Authenticator>map(user -> new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(
                                user, settings.password().orElse(""));
                    }
                })
                .orElse(null);
    }
}
