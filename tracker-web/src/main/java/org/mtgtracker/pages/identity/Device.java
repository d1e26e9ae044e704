package org.mtgtracker.pages.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What people call a device that says of itself {@code Mozilla/5.0 (X11; Linux x86_64) …}: {@code Chrome on Linux}. */
final class Device {
    /** The first that is found counts: browsers also name those that they want to be taken for. */
    private static final Map<String, String> BROWSERS = names(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome",
            "Chrome",
            "Chromium",
            "Chromium",
            "Safari",
            "Safari",
            "curl",
            "curl");

    private static final Map<String, String> SYSTEMS = names(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "CrOS",
            "ChromeOS",
            "Mac OS X",
            "Mac",
            "Linux",
            "Linux");

    private Device() {}

    /** What is known of it; as it says itself when nothing is. */
    static String of(String userAgent) {
        Optional<String> browser = first(BROWSERS, userAgent);
        Optional<String> system = first(SYSTEMS, userAgent);
        if (browser.isPresent() && system.isPresent()) {
            return browser.get() + " on " + system.get();
        }
        return browser.or(() -> system).orElse(userAgent.isEmpty() ? "unknown device" : userAgent);
    }

    private static Optional<String> first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> names(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            names.put(pairs[at], pairs[at + 1]);
        }
        return names;
    }
}
