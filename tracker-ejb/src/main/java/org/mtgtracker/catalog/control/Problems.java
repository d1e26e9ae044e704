package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mtgtracker.catalog.boundary.ImportProblem;

/** The broken objects of a run: all are counted, the first are kept, and too many end the run. */
final class Problems {
    /** So many are kept; who has more broken objects than that has one cause for all of them. */
    static final int KEPT = 1000;

    private static final double PERCENT = 100.0;

    private final String source;
    private final double allowedPercent;
    private final List<ImportProblem> kept = new ArrayList<>();
    private long count;
    private boolean nameless;

    /** @param allowedPercent how many of a hundred objects may be broken, 0 to 100 */
    Problems(String source, double allowedPercent) {
        this.source = requireNonNull(source, "source is null");
        this.allowedPercent = allowedPercent;
    }

    void add(ImportProblem problem) {
        count++;
        nameless |= problem.cardId() == null;
        if (kept.size() < KEPT) {
            kept.add(problem);
        }
    }

    long count() {
        return count;
    }

    /** The first {@value #KEPT}, in the order of the file. */
    List<ImportProblem> kept() {
        return kept;
    }

    /** Whether one of them did not even say whose it is, so that any card may be meant. */
    boolean anyNameless() {
        return nameless;
    }

    /**
     * Ends a run that left out too much.
     *
     * @param taken how many objects were taken
     * @throws BrokenCatalogue when more of a hundred are broken than are allowed
     */
    void refuseTooMany(long taken) {
        double percent = count == 0 ? 0 : count * PERCENT / (count + taken);
        if (percent > allowedPercent) {
            String figures = String.format(
                    Locale.ROOT,
                    "%,d of %,d card objects %s broken, %.1f %%; up to %s %% may be.",
                    count,
                    count + taken,
                    count == 1 ? "is" : "are",
                    percent,
                    plain(allowedPercent));
            throw BrokenCatalogue.tooMany(source, figures, kept.get(0));
        }
    }

    private static String plain(double percent) {
        return percent == Math.rint(percent) ? Long.toString(Math.round(percent)) : Double.toString(percent);
    }
}
