package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;
import static org.mtgtracker.identity.boundary.WrongCredentials.Kind.ACCESS_TOKEN;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.WrongCredentials;

/**
 * Signs access tokens and knows them again: signed JWTs (RFC 7519) with the claims of MicroProfile JWT 2.1, RS256, and
 * the id of the key that signed.
 */
@ApplicationScoped
public class AccessTokens {
    /** How long a token is good for. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;
    private static final int LONGEST = 4096;
    private static final String SESSION = "sid";

    private final SigningKeys signingKeys;
    private final PublicKeys publicKeys;
    private final TokenSettings settings;

    @Inject
    public AccessTokens(SigningKeys signingKeys, PublicKeys publicKeys, TokenSettings settings) {
        this.signingKeys = requireNonNull(signingKeys, "signingKeys is null");
        this.publicKeys = requireNonNull(publicKeys, "publicKeys is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** For the container's proxy. */
    protected AccessTokens() {
        signingKeys = null;
        publicKeys = null;
        settings = null;
    }

    /** What a token says, whose signature was checked. */
    public record Claims(UUID account, UUID session) {
        public Claims {
            requireNonNull(account, "account is null");
            requireNonNull(session, "session is null");
        }
    }

    /** A token for somebody's session. */
    public String issue(Caller caller, UUID session, Instant now) {
        RSAKey key = signingKeys.current(now);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(caller.id().toString())
                .claim("upn", caller.name())
                .claim(
                        "groups",
                        caller.roles().stream().map(Role::name).sorted().toList())
                .claim(SESSION, session.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(ALGORITHM)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A token cannot be signed", e);
        }
        return token.serialize();
    }

    /**
     * What a token says.
     *
     * @throws WrongCredentials when it was not signed by one of our keys, not made for us, or is expired
     */
    public Claims verify(String text, Instant now) {
        SignedJWT token = parsed(text);
        JWSHeader header = token.getHeader();
        if (!ALGORITHM.equals(header.getAlgorithm())
                || header.getKeyID() == null
                || (header.getType() != null && !JOSEObjectType.JWT.equals(header.getType()))) {
            throw refused("The token is not signed as tokens of this API are.");
        }
        RSAPublicKey key = publicKeys
                .key(header.getKeyID(), now)
                .orElseThrow(() -> refused("The token is signed with a key that is not known here."));
        try {
            if (!token.verify(new RSASSAVerifier(key))) {
                throw refused("The token's signature is wrong.");
            }
            return claims(token.getJWTClaimsSet(), now);
        } catch (JOSEException | ParseException e) {
            throw refused("The token cannot be read.");
        }
    }

    private static SignedJWT parsed(String text) {
        if (requireNonNull(text, "text is null").length() > LONGEST) {
            throw refused("The token is longer than any of this API.");
        }
        try {
            return SignedJWT.parse(text);
        } catch (ParseException e) {
            throw refused("The token is no signed JWT.");
        }
    }

    private Claims claims(JWTClaimsSet claims, Instant now) throws ParseException {
        if (!settings.issuer().equals(claims.getIssuer())) {
            throw refused("The token was issued by somebody else.");
        }
        if (!claims.getAudience().contains(settings.audience())) {
            throw refused("The token was issued for another audience.");
        }
        if (claims.getExpirationTime() == null
                || !now.isBefore(claims.getExpirationTime().toInstant())) {
            throw refused("The token has expired.");
        }
        try {
            return new Claims(
                    UUID.fromString(String.valueOf(claims.getSubject())),
                    UUID.fromString(String.valueOf(claims.getStringClaim(SESSION))));
        } catch (IllegalArgumentException e) {
            throw refused("The token names no account or no session.");
        }
    }

    /** The public keys of all pods as a JSON Web Key Set (RFC 7517). */
    public String keySet(Instant now) {
        List<com.nimbusds.jose.jwk.JWK> keys = new ArrayList<>();
        for (RSAKey key : publicKeys.all(now)) {
            keys.add(new RSAKey.Builder(key)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ALGORITHM)
                    .build());
        }
        return new JWKSet(keys).toString();
    }

    private static WrongCredentials refused(String sentence) {
        return new WrongCredentials(ACCESS_TOKEN, sentence);
    }
}
