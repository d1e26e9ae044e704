package org.mtgtracker.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes the texts that the bare page shows, each under the name behind the last slash. */
@WebServlet("/bare-text/*")
public class BareText extends HttpServlet {
    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = new String(request.getInputStream().readAllBytes(), UTF_8);
        getServletContext().setAttribute(request.getPathInfo().substring(1), text);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
