package org.mtgtracker.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * The API's description for people, who may try it there: Swagger UI out of its WebJar. The page has no script and no
 * style of its own, so that the content security policy of all pages holds for it.
 */
@WebServlet(urlPatterns = "/api-docs")
public class ApiDocsServlet extends HttpServlet {
    private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>MTG Tracker: the API</title>
            <link rel="icon" href="%1$s/assets/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="%1$s/webjars/swagger-ui/%2$s/swagger-ui.css">
            </head>
            <body>
            <div id="api" data-description="%1$s/openapi?format=json"></div>
            <noscript><p>This page needs JavaScript; the description itself is at <a href="%1$s/openapi">/openapi</a>.</p>
            </noscript>
            <script src="%1$s/webjars/swagger-ui/%2$s/swagger-ui-bundle.js"></script>
            <script src="%1$s/assets/api-docs.js"></script>
            </body>
            </html>
            """;

    private transient byte[] page = {};

    @Override
    public void init() throws ServletException {
        Properties webjar = new Properties();
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(WEBJAR)) {
            if (in == null) {
                throw new ServletException("The WebJar of Swagger UI is missing");
            }
            webjar.load(in);
        } catch (IOException e) {
            throw new ServletException("The WebJar of Swagger UI cannot be read", e);
        }
        page = PAGE.formatted(getServletContext().getContextPath(), webjar.getProperty("version"))
                .getBytes(UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
