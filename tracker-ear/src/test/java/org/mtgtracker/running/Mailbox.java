package org.mtgtracker.running;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server for everybody whom a tracker writes to. */
final class Mailbox implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Mailbox() {
        server.start();
    }

    /** Has a tracker send by this server, with links to that port. */
    TrackerCommand usedBy(TrackerCommand command, int port) {
        return command.port(port)
                .environment("SMTP_HOST", "127.0.0.1")
                .environment("SMTP_PORT", Integer.toString(server.getSmtp().getPort()))
                .environment("SMTP_SECURITY", "none")
                .environment("SMTP_FROM", "tracker@example.org")
                .environment("TRACKER_PUBLIC_URL", "http://127.0.0.1:" + port + "/");
    }

    /** The path and query of the link in the newest mail to somebody, which has to be the nth that he got. */
    String link(String to, int nth) {
        await("mail " + nth + " to " + to).atMost(30, SECONDS).until(() -> to(to).size() >= nth);
        List<MimeMessage> mails = to(to);
        assertThat(mails).hasSize(nth);
        try {
            Matcher link = LINK.matcher(mails.get(nth - 1).getContent().toString());
            assertThat(link.find()).isTrue();
            URI address = URI.create(link.group());
            return address.getRawPath() + "?" + address.getRawQuery();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many mails somebody got. */
    int count(String to) {
        return to(to).size();
    }

    private List<MimeMessage> to(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getRecipients(Message.RecipientType.TO)[0]
                                .toString()
                                .equals(to);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
