package org.mtgtracker.rest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.Optional;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Callers;
import org.mtgtracker.identity.boundary.Sessions;
import org.mtgtracker.identity.boundary.TooManyAttempts;
import org.mtgtracker.identity.boundary.WrongCredentials;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.ratelimit.boundary.ClientAddresses;
import org.mtgtracker.rest.Refused;
import org.mtgtracker.rest.ServletProblems;

/**
 * Decides by its address how a request may say who it is from. The API takes an API key or an access token with every
 * request and never looks at a session, so that no page of a stranger can use it with a person's cookie. Everything
 * else is a page: it has a session, begun when the sign-in page calls {@code SecurityContext.authenticate} with a
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

    /** Request attribute of a sign-in that came too early after wrong ones: the seconds to wait, a {@code Long}. */
    public static final String TOO_EARLY = "org.mtgtracker.signIn.tooEarly";

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final Sessions sessions;
    private final ClientAddresses addresses;

    @Inject
    public WaysIn(Callers callers, Sessions sessions, ClientAddresses addresses) {
        this.callers = requireNonNull(callers, "callers is null");
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.addresses = requireNonNull(addresses, "addresses is null");
    }

    /** For the container's proxy. */
    protected WaysIn() {
        callers = null;
        sessions = null;
        addresses = null;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return ServletProblems.isApi(request) ? toApi(request, context) : bySession(request, response, context);
    }

    /** Ends the session of whoever signs out. */
    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        SignedIn.in(request).ifPresent(signedIn -> leave(signedIn, request));
        SignedIn.end(request);
        CurrentCaller.forget(request);
        context.cleanClientSubject();
    }

    private void leave(SignedIn signedIn, HttpServletRequest request) {
        try {
            sessions.leave(signedIn.session(), CurrentCaller.origin(request, addresses));
        } catch (DatabaseUnavailable e) {
            // the cookie is worth nothing any more, and the session ends by itself
        }
    }

    private AuthenticationStatus toApi(HttpServletRequest request, HttpMessageContext context) {
        try {
            Optional<Caller> caller = CurrentCaller.noted(request).or(() -> byHeaders(request));
            if (caller.isPresent()) {
                return login(caller.get(), request, context);
            }
        } catch (RuntimeException e) {
            // thrown on, the container would answer, without a word and without a line in our log
            ServletProblems.refuse(request, e);
        }
        return context.doNothing();
    }

    private Optional<Caller> byHeaders(HttpServletRequest request) {
        String key = request.getHeader(API_KEY);
        String authorization = request.getHeader(AUTHORIZATION);
        if (key != null && authorization != null) {
            throw Refused.twofold();
        }
        if (key != null) {
            return Optional.of(callers.byApiKey(key).orElseThrow(Refused::badKey));
        }
        if (authorization == null) {
            return Optional.empty();
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Refused.badToken("The header Authorization has to be Bearer and an access token.");
        }
        return Optional.of(
                callers.byAccessToken(authorization.substring(BEARER.length()).strip()));
    }

    private static AuthenticationStatus login(Caller caller, HttpServletRequest request, HttpMessageContext context) {
        CurrentCaller.note(request, caller);
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(caller.name()),
                caller.roles().stream().map(Enum::name).collect(toUnmodifiableSet()));
    }

    private AuthenticationStatus bySession(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isAuthenticationRequest()
                && context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential words) {
            return signIn(words, request, context);
        }
        Optional<Caller> signedIn = SignedIn.in(request).flatMap(session -> stillSignedIn(session, request));
        if (signedIn.isPresent()) {
            return login(signedIn.get(), request, context);
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        ServletProblems.head(request, response);
        return context.redirect(
                request.getContextPath() + SIGN_IN + "?next=" + URLEncoder.encode(asked(request), UTF_8));
    }

    /** Who was signed out elsewhere, or disabled, is nobody here as well; while no database answers nobody can tell. */
    private Optional<Caller> stillSignedIn(SignedIn signedIn, HttpServletRequest request) {
        try {
            Optional<Caller> caller = callers.bySession(signedIn.session());
            if (caller.isEmpty()) {
                SignedIn.end(request);
            }
            return caller;
        } catch (DatabaseUnavailable e) {
            return Optional.empty();
        }
    }

    private AuthenticationStatus signIn(
            UsernamePasswordCredential words, HttpServletRequest request, HttpMessageContext context) {
        try {
            Caller caller = sessions.enter(
                    words.getCaller(), words.getPasswordAsString(), CurrentCaller.origin(request, addresses));
            new SignedIn(caller.session().orElseThrow()).begin(request);
            return login(caller, request, context);
        } catch (WrongCredentials e) {
            return AuthenticationStatus.SEND_FAILURE;
        } catch (TooManyAttempts e) {
            request.setAttribute(TOO_EARLY, e.seconds());
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
