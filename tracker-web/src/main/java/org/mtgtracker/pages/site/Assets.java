package org.mtgtracker.pages.site;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** Addresses of the files that pages link; each names its content, so that a browser may keep it for good. */
@Named
@ApplicationScoped
public class Assets {
    private static final String FOLDER = "/assets/";

    private final ServletContext context;
    private final Map<String, String> addresses = new HashMap<>();

    @Inject
    public Assets(ServletContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** For the container's proxy. */
    protected Assets() {
        context = null;
    }

    @PostConstruct
    void name() {
        Set<String> files = requireNonNull(context.getResourcePaths(FOLDER), "there are no assets");
        files.forEach(path -> addresses.put(path.substring(FOLDER.length()), versioned(path)));
    }

    /** The address of a file, by its name in the folder of assets. */
    public String at(String file) {
        return requireNonNull(addresses.get(file), () -> "There is no asset " + file);
    }

    /** The style sheet of all pages. */
    public String getStyles() {
        return at("tracker.css");
    }

    /** The script of all pages; they work without it. */
    public String getScript() {
        return at("tracker.js");
    }

    /** The picture that a browser shows in its tab. */
    public String getIcon() {
        return at("icon.svg");
    }

    private String versioned(String path) {
        try (InputStream in = requireNonNull(context.getResourceAsStream(path), () -> path + " is missing")) {
            CRC32 content = new CRC32();
            content.update(in.readAllBytes());
            return context.getContextPath() + path + "?v=" + Long.toHexString(content.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
