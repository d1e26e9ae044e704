package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that are nearly those of a server: made out of a good one, and where need be with the server's own key. */
final class ForgedTokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode header;
    private final ObjectNode claims;
    private final PrivateKey serversKey;

    ForgedTokens(String good, Path data) {
        try {
            String[] segments = good.split("\\.");
            header = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(segments[0]));
            claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(segments[1]));
            serversKey = serversKey(data.resolve("keys"));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey serversKey(Path folder) throws IOException, GeneralSecurityException {
        try (var files = Files.list(folder)) {
            Path file = files.filter(each -> each.toString().endsWith(".pem"))
                    .sorted()
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            String pem = Files.readString(file).replaceAll("-----.*?-----", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        }
    }

    /** All of them, by what is wrong. */
    Map<String, String> all() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put(
                "expired",
                signed(header, with("exp", Instant.now().minusSeconds(1).getEpochSecond()), serversKey));
        tokens.put("wrong audience", signed(header, with("aud", "somebody else's api"), serversKey));
        tokens.put("wrong issuer", signed(header, with("iss", "somebody else"), serversKey));
        tokens.put("forged", signed(header, claims, othersKey()));
        tokens.put("unknown kid", signed(header.deepCopy().put("kid", "A".repeat(43)), claims, othersKey()));
        tokens.put("alg none", encoded(header.deepCopy().put("alg", "none")) + "." + encoded(claims) + ".");
        tokens.put("unsigned", encoded(header) + "." + encoded(claims) + ".");
        return tokens;
    }

    /** The good token's content, signed anew with the server's key: proves that the others are refused for a reason. */
    String good() {
        return signed(header, claims, serversKey);
    }

    private ObjectNode with(String claim, Object value) {
        ObjectNode changed = claims.deepCopy();
        changed.set(claim, JSON.valueToTree(value));
        return changed;
    }

    private static PrivateKey othersKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(ObjectNode header, ObjectNode claims, PrivateKey key) {
        try {
            String content = encoded(header) + "." + encoded(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(UTF_8));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(ObjectNode json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(UTF_8));
    }
}
