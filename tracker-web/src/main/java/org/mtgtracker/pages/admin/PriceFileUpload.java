package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.pages.site.SentForms;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.PriceFileTooLarge;
import org.mtgtracker.pricing.boundary.PriceFiles;
import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.pricing.boundary.UnusablePriceFile;

/**
 * Takes a price file that an admin sends from a browser. A servlet of its own, since the servlet of all pages would
 * have to take large bodies from anybody; {@link SentForms} takes it from our own page only.
 */
@WebServlet(urlPatterns = PriceFileUpload.PATH)
@MultipartConfig(
        fileSizeThreshold = 1 << 16,
        maxFileSize = PriceFileUpload.LARGEST,
        maxRequestSize = PriceFileUpload.LARGEST)
public class PriceFileUpload extends HttpServlet {
    static final String PATH = SentForms.UPLOADS;

    /** What the container may put aside; what is taken is the price files' own affair, and less. */
    static final long LARGEST = 1L << 30;

    private static final Logger LOG = Logger.getLogger(PriceFileUpload.class.getName());
    private static final int LONGEST_NAME = 200;

    /** Why a file was not taken. */
    enum Refusal {
        NONE("Choose a file to send."),
        LARGE("The file is larger than is taken. Send it in parts, or gzip’d."),
        UNUSABLE("The file is empty, or did not come whole. Send it again."),
        DATABASE("The database does not answer at the moment. Send the file again in a minute.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Refusal> of(String key) {
            return Arrays.stream(values())
                    .filter(refusal -> refusal.key().equals(key))
                    .findFirst();
        }
    }

    /** Into the field: a container need not know a servlet's constructor. */
    @Inject
    private transient PriceFiles files;

    /** For the container. */
    public PriceFileUpload() {}

    PriceFileUpload(PriceFiles files) {
        this.files = requireNonNull(files, "files is null");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!request.isUserInRole(Role.ADMIN.name())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String kind = "";
        try {
            Part file = request.getPart("file");
            kind = PriceFilesPage.kind(request.getParameter("kind")).name();
            if (file == null
                    || file.getSubmittedFileName() == null
                    || file.getSubmittedFileName().isEmpty()) {
                back(Refusal.NONE, kind, request, response);
                return;
            }
            try (InputStream body = file.getInputStream()) {
                PriceLoad load = files.start(PriceFilesPage.kind(kind), name(file.getSubmittedFileName()), body);
                response.sendRedirect(request.getContextPath() + PriceFilesPage.PATH + "?file=" + load.id());
            }
        } catch (PriceFileTooLarge | IllegalStateException e) {
            LOG.log(Level.FINE, "A price file was too large", e);
            back(Refusal.LARGE, kind, request, response);
        } catch (UnusablePriceFile | ServletException e) {
            LOG.log(Level.FINE, "A price file could not be used", e);
            back(Refusal.UNUSABLE, kind, request, response);
        } catch (DatabaseUnavailable e) {
            back(Refusal.DATABASE, kind, request, response);
        }
    }

    private static void back(Refusal why, String kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + PriceFilesPage.PATH + "?problem=" + why.key()
                + (kind.equals(PriceLoad.Kind.CORRECTION.name()) ? "&kind=" + kind : ""));
    }

    /** The last part of the name that the browser gave the file, which may be a path. */
    static String name(String submitted) {
        String last = submitted.substring(submitted.lastIndexOf('\\') + 1);
        try {
            Path file = Path.of(last).getFileName();
            last = file == null ? "" : file.toString();
        } catch (InvalidPathException e) {
            last = "";
        }
        String name = last.strip();
        return name.isEmpty() ? "upload" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
