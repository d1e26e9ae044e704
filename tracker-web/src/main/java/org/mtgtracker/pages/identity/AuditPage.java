package org.mtgtracker.pages.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.identity.boundary.Audit;
import org.mtgtracker.identity.boundary.AuditEntry;
import org.mtgtracker.identity.boundary.AuditFilter;
import org.mtgtracker.identity.boundary.Page;
import org.mtgtracker.pages.site.Address;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.values.boundary.Uuids;

/** The audit log, for admins: {@code /admin/audit?act=&subject=}. */
@Named
@RequestScoped
public class AuditPage {
    private static final int SHOWN = 100;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** The years that a database knows. */
    private static final Pattern DAY = Pattern.compile("(?:19[7-9]|[2-9]\\d\\d)\\d-\\d\\d-\\d\\d");

    private final Audit audit;
    private final Exchange exchange;
    private Page<AuditEntry> page = new Page<>(List.of(), Optional.empty());
    private String problem = "";

    /** A line of the log. */
    public static final class Line {
        private final AuditEntry entry;

        Line(AuditEntry entry) {
            this.entry = requireNonNull(entry, "entry is null");
        }

        public String getAt() {
            return MOMENT.format(entry.at());
        }

        public String getAct() {
            return entry.act().word().replace('-', ' ');
        }

        /** Who did it: the name, or the id of an account that is gone. */
        public String getActor() {
            return entry.actorName().or(() -> entry.actor().map(UUID::toString)).orElse("–");
        }

        public String getSubject() {
            return entry.subjectName()
                    .or(() -> entry.subject().map(UUID::toString))
                    .orElse("–");
        }

        public String getActorId() {
            return entry.actor().map(UUID::toString).orElse("");
        }

        public String getSubjectId() {
            return entry.subject().map(UUID::toString).orElse("");
        }

        public String getAddress() {
            return entry.address();
        }

        public String getDetail() {
            return entry.detail();
        }
    }

    @Inject
    public AuditPage(Audit audit, Exchange exchange) {
        this.audit = requireNonNull(audit, "audit is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected AuditPage() {
        audit = null;
        exchange = null;
    }

    public void load() {
        try {
            page = audit.find(new AuditFilter(
                    act(),
                    exchange.parameter("actor").flatMap(Uuids::in),
                    exchange.parameter("subject").flatMap(Uuids::in),
                    day("from").map(AuditPage::start),
                    day("until").map(last -> start(last.plusDays(1))),
                    exchange.parameter("before")
                            .filter(text -> text.matches("\\d{1,18}"))
                            .map(Long::parseLong),
                    SHOWN));
        } catch (DatabaseUnavailable e) {
            exchange.status(503);
            problem = "The database does not answer at the moment. Please try again in a minute.";
        }
    }

    private Optional<Act> act() {
        return exchange.parameter("act").flatMap(Act::of);
    }

    /** A day of the address; one that is none is passed over. */
    private Optional<LocalDate> day(String name) {
        try {
            return exchange.parameter(name)
                    .filter(text -> DAY.matcher(text).matches())
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first day that is shown; empty for no bound. */
    public String getFrom() {
        return day("from").map(LocalDate::toString).orElse("");
    }

    /** The last day that is shown; empty for no bound. */
    public String getUntil() {
        return day("until").map(LocalDate::toString).orElse("");
    }

    /** Whose acts alone are shown; empty for everybody's. */
    public String getActor() {
        return exchange.parameter("actor")
                .flatMap(Uuids::in)
                .map(UUID::toString)
                .orElse("");
    }

    /** What account alone the acts shown are about; empty for any. */
    public String getSubject() {
        return exchange.parameter("subject")
                .flatMap(Uuids::in)
                .map(UUID::toString)
                .orElse("");
    }

    public List<Line> getLines() {
        return page.data().stream().map(Line::new).toList();
    }

    public String getProblem() {
        return problem;
    }

    /** What can have been done. */
    public List<Choice> getActs() {
        List<Choice> acts = new ArrayList<>();
        acts.add(new Choice("", "Everything", "", act().isEmpty()));
        for (Act one : Act.values()) {
            acts.add(new Choice(
                    one.word(),
                    one.word().replace('-', ' '),
                    "",
                    act().filter(one::equals).isPresent()));
        }
        return acts;
    }

    /** The address of the lines before these; empty when there are none. */
    public String getNextAddress() {
        return page.next()
                .map(before -> Address.of("/admin/audit")
                        .with("act", act().map(Act::word).orElse(""), "")
                        .with("actor", getActor(), "")
                        .with("subject", getSubject(), "")
                        .with("from", getFrom(), "")
                        .with("until", getUntil(), "")
                        .with("before", before)
                        .toString())
                .orElse("");
    }
}
