package org.mtgtracker.pages.trending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** Writes lists of movers for views, in one go: an expression for each part of each line takes longer than all else. */
@Named
@ApplicationScoped
public class MoverLines {
    private static final int USUAL_LENGTH = 640;

    /** The lines of a list, as HTML. */
    public String html(List<MoverView> movers) {
        StringBuilder html = new StringBuilder(USUAL_LENGTH * movers.size());
        movers.forEach(mover -> mover.write(html));
        return html.toString();
    }
}
