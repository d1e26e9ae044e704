package org.mtgtracker.pages.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.mtgtracker.rest.RequestId;

/** What an error page may tell: the name under which the log knows the request, and nothing of the error itself. */
@Named
@RequestScoped
public class Failure {
    /** The request's id, as the answer's header has it and the log. */
    public String getRequestId() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        String sent = ((HttpServletResponse) external.getResponse()).getHeader(RequestId.HEADER);
        // the container takes the headers back when a page has thrown something
        return sent != null
                ? sent
                : RequestId.of((HttpServletRequest) external.getRequest()).value();
    }

    /** The path of the page that failed, to open it anew; empty when it is not known. */
    public String getPage() {
        Object asked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestMap()
                .get(RequestDispatcher.ERROR_REQUEST_URI);
        return asked instanceof String path ? OwnPages.path(path) : "";
    }
}
