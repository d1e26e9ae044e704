package org.mtgtracker.pages.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An exchange for tests: parameters as given, and the answer's status and address to look at. */
public final class Answers extends Exchange {
    private final Map<String, String> parameters = new HashMap<>();
    private int status = 200;
    private String redirected = "";

    public Answers asked(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String redirected() {
        return redirected;
    }

    @Override
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public List<String> parameters(String name) {
        return parameter(name).stream().toList();
    }

    @Override
    public void status(int code) {
        status = code;
    }

    @Override
    public void refuse(int code) {
        status = code;
    }

    @Override
    public void redirect(String path) {
        redirected = path;
    }
}
