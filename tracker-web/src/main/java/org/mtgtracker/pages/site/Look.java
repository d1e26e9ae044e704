package org.mtgtracker.pages.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Arrays;
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
        return theme((HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest());
    }

    /** The same of any request. */
    static String theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE) && THEMES.contains(cookie.getValue()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    /** Where the page is in the navigation: the first part of its path. */
    public String getPlace() {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        int end = view.indexOf('/', 1);
        int dot = view.indexOf('.');
        return view.substring(1, end > 0 ? end : dot > 0 ? dot : view.length());
    }

    /** What is added to the address of signing in or up, so that one comes back to this page; empty on those pages. */
    public String getComingBack() {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        String path = request.getRequestURI();
        if (path.startsWith("/sign-") || path.startsWith("/WEB-INF") || path.equals("/")) {
            return "";
        }
        return onwards(request.getQueryString() == null ? path : path + "?" + request.getQueryString());
    }

    /** The same for a page that was named before. */
    public String onwards(String path) {
        String own = OwnPages.path(path);
        return own.isEmpty() ? "" : "?next=" + URLEncoder.encode(own, UTF_8);
    }
}
