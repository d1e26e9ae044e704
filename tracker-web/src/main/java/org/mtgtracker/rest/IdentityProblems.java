package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.mtgtracker.identity.boundary.BadDetail;
import org.mtgtracker.identity.boundary.IdentityFailure;
import org.mtgtracker.identity.boundary.NameTaken;
import org.mtgtracker.identity.boundary.NotPossible;
import org.mtgtracker.identity.boundary.StaleVersion;
import org.mtgtracker.identity.boundary.TooManyAttempts;
import org.mtgtracker.identity.boundary.UnknownThing;
import org.mtgtracker.identity.boundary.WrongCredentials;

/** Says of what goes wrong with accounts which problem it is. */
final class IdentityProblems {
    private static final int TOO_MANY_REQUESTS = 429;

    private IdentityProblems() {}

    static Problem of(IdentityFailure failure) {
        if (failure instanceof BadDetail detail) {
            return BadBody.field(detail.field(), detail.rule()).problem();
        }
        if (failure instanceof NameTaken) {
            return Problem.of("name-taken", "The name is taken", 409, failure.getMessage())
                    .with("field", "name");
        }
        if (failure instanceof WrongCredentials wrong) {
            return wrong(wrong);
        }
        if (failure instanceof TooManyAttempts attempts) {
            return Problem.of(
                            "too-many-attempts",
                            "There were too many attempts",
                            TOO_MANY_REQUESTS,
                            failure.getMessage())
                    .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(attempts.seconds()));
        }
        if (failure instanceof UnknownThing thing) {
            String word = thing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Problem.of("unknown-" + word, "There is no such " + word, 404, failure.getMessage());
        }
        if (failure instanceof StaleVersion) {
            return Precondition.failed();
        }
        NotPossible impossible = (NotPossible) failure;
        return Problem.of(
                impossible.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "This cannot be done as things stand",
                409,
                failure.getMessage());
    }

    private static Problem wrong(WrongCredentials wrong) {
        return switch (wrong.kind()) {
            case PASSWORD ->
                Refused.badCredentials("bad-credentials", "Name or password is wrong", wrong.getMessage())
                        .problem();
            case ACCESS_TOKEN -> Refused.badToken(wrong.getMessage()).problem();
            case REFRESH_TOKEN ->
                Refused.badCredentials("bad-refresh-token", "The refresh token is not valid", wrong.getMessage())
                        .problem();
            case ONE_TIME_TOKEN ->
                Problem.of("bad-token", "The token is not valid", 400, wrong.getMessage())
                        .with("field", "token");
        };
    }
}
