package org.mtgtracker.pages.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.Set;

/**
 * How a person wants the pages to look: light, dark, or as their system does. The wish is a cookie that the switch on
 * the page sets, so that the first paint is right without a script before it.
 */
@Named
@RequestScoped
public class Look {
    private static final String COOKIE = "tracker_theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    /** {@code light} or {@code dark}; empty for the system's wish. */
    public String getTheme() {
        Object cookie = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestCookieMap()
                .get(COOKIE);
        return cookie instanceof Cookie wish && THEMES.contains(wish.getValue()) ? wish.getValue() : "";
    }

    /** Where the page is in the navigation: the first part of its path. */
    public String getPlace() {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        int end = view.indexOf('/', 1);
        int dot = view.indexOf('.');
        return view.substring(1, end > 0 ? end : dot > 0 ? dot : view.length());
    }
}
