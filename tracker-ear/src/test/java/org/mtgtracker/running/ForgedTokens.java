package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

    /** Those that a server takes which believes what a token says of its own key. */
    Map<String, String> tricks(String jwks) {
        Map<String, String> tokens = new LinkedHashMap<>();
        KeyPair own = ownKey();
        RSAPublicKey half = (RSAPublicKey) own.getPublic();
        ObjectNode jwk = JSON.createObjectNode()
                .put("kty", "RSA")
                .put("e", base64(half.getPublicExponent().toByteArray()))
                .put("n", base64(half.getModulus().toByteArray()));
        ObjectNode carrying = header.deepCopy();
        carrying.set("jwk", jwk);
        tokens.put("a key of its own", signed(carrying, claims, own.getPrivate()));
        tokens.put(
                "keys elsewhere",
                signed(header.deepCopy().put("jku", "http://127.0.0.1:9/keys"), claims, own.getPrivate()));
        tokens.put(
                "a certificate elsewhere",
                signed(header.deepCopy().put("x5u", "http://127.0.0.1:9/cert"), claims, own.getPrivate()));
        for (String kid : List.of("../../../../dev/null", "' OR '1'='1", "", "%00", "x".repeat(3000))) {
            tokens.put("kid " + kid, signed(header.deepCopy().put("kid", kid), claims, own.getPrivate()));
        }
        ObjectNode nameless = header.deepCopy();
        nameless.remove("kid");
        tokens.put("no kid", signed(nameless, claims, serversKey));
        ObjectNode symmetric = header.deepCopy().put("alg", "HS256");
        tokens.put("the public key as a secret", hmac(symmetric, claims, publicPem(jwks)));
        tokens.put("the key set as a secret", hmac(symmetric, claims, jwks.getBytes(UTF_8)));
        tokens.put("another algorithm", signed(header.deepCopy().put("alg", "RS512"), claims, serversKey));
        ObjectNode critical = header.deepCopy().put("unheardOf", true);
        critical.putArray("crit").add("unheardOf");
        tokens.put("something critical", signed(critical, claims, serversKey));
        tokens.put("five parts", signed(header, claims, serversKey) + ".e30.e30");
        tokens.put(
                "another subject",
                encoded(header) + "." + encoded(with("sub", "admin")) + "."
                        + good().substring(good().lastIndexOf('.') + 1));
        return tokens;
    }

    private static KeyPair ownKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's public key as files have it, which careless libraries take for a secret. */
    private static byte[] publicPem(String jwks) {
        try {
            var key = JSON.readTree(jwks).path("keys").path(0);
            RSAPublicKeySpec spec = new RSAPublicKeySpec(
                    number(key.path("n").asText()), number(key.path("e").asText()));
            byte[] encoded = KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
            return ("-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                            + "\n-----END PUBLIC KEY-----\n")
                    .getBytes(UTF_8);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    private static String hmac(ObjectNode header, ObjectNode claims, byte[] secret) {
        try {
            String content = encoded(header) + "." + encoded(claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
        return ownKey().getPrivate();
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
