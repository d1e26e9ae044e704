package org.mtgtracker.rest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.Optional;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.rest.Refused;
import org.mtgtracker.rest.ServletProblems;

/**
 * Decides by its address how a request may say who it is from. The API takes an API key with every request and never
 * looks at a session, so that no page of a stranger can use it with a person's cookie. Everything else is a page: it
 * has a session, begun when the sign-in page calls {@code SecurityContext.authenticate} with a
 * {@code UsernamePasswordCredential}.
 */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class WaysIn implements HttpAuthenticationMechanism {
    /** The header in which an API key comes. */
    public static final String API_KEY = "X-API-Key";

    /** The page that asks for a name and a password; its parameter {@code next} is the path to go on to. */
    public static final String SIGN_IN = "/sign-in";

    /** Request attribute of a sign-in that could not be checked, because no database answers: {@code true}. */
    public static final String UNAVAILABLE = "org.mtgtracker.signIn.unavailable";

    private final IdentityStoreHandler stores;

    @Inject
    public WaysIn(IdentityStoreHandler stores) {
        this.stores = requireNonNull(stores, "stores is null");
    }

    /** For the container's proxy. */
    protected WaysIn() {
        stores = null;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return ServletProblems.isApi(request) ? byApiKey(request, context) : bySession(request, response, context);
    }

    /** Ends the session of whoever signs out. */
    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        SignedIn.end(request);
        context.cleanClientSubject();
    }

    private AuthenticationStatus byApiKey(HttpServletRequest request, HttpMessageContext context) {
        String key = request.getHeader(API_KEY);
        if (key == null) {
            return context.doNothing();
        }
        try {
            CredentialValidationResult result = stores.validate(new ApiKeyCredential(key));
            if (result.getStatus() == CredentialValidationResult.Status.VALID) {
                return context.notifyContainerAboutLogin(result);
            }
            ServletProblems.refuse(request, Refused.badKey());
        } catch (RuntimeException e) {
            // thrown on, the container would answer, without a word and without a line in our log
            ServletProblems.refuse(request, e);
        }
        return context.doNothing();
    }

    private AuthenticationStatus bySession(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isAuthenticationRequest() && context.getAuthParameters().getCredential() != null) {
            return signIn(request, context);
        }
        Optional<SignedIn> signedIn = SignedIn.in(request);
        if (signedIn.isPresent()) {
            return context.notifyContainerAboutLogin(signedIn.get().result());
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        ServletProblems.head(request, response);
        return context.redirect(
                request.getContextPath() + SIGN_IN + "?next=" + URLEncoder.encode(asked(request), UTF_8));
    }

    private AuthenticationStatus signIn(HttpServletRequest request, HttpMessageContext context) {
        try {
            CredentialValidationResult result =
                    stores.validate(context.getAuthParameters().getCredential());
            if (result.getStatus() == CredentialValidationResult.Status.VALID) {
                new SignedIn(result).begin(request);
                return context.notifyContainerAboutLogin(result);
            }
        } catch (DatabaseUnavailable e) {
            request.setAttribute(UNAVAILABLE, true);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
    }
}
