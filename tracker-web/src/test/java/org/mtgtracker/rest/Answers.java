package org.mtgtracker.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads what was answered. */
public final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    public static Map<String, Object> json(byte[] body) throws JsonProcessingException {
        return json(new String(body, StandardCharsets.UTF_8));
    }

    /** The members in their order. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> json(String body) throws JsonProcessingException {
        return JSON.readValue(body, Map.class);
    }
}
