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
import java.util.zip.CRC32;

/** Addresses of the files that pages link; each names its content, so that a browser may keep it for good. */
@Named
@ApplicationScoped
public class Assets {
    private final ServletContext context;
    private String styles;
    private String icon;

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
        styles = versioned("/assets/tracker.css");
        icon = versioned("/assets/icon.svg");
    }

    /** The style sheet of all pages. */
    public String getStyles() {
        return styles;
    }

    /** The picture that a browser shows in its tab. */
    public String getIcon() {
        return icon;
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
