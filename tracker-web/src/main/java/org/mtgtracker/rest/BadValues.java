package org.mtgtracker.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;

/** What Bean Validation found wrong, field by field. */
final class BadValues {
    private static final int MOST_TOLD = 20;

    private BadValues() {}

    static Problem of(ConstraintViolationException failure) {
        List<String> reasons = failure.getConstraintViolations().stream()
                .map(violation -> field(violation) + " " + violation.getMessage())
                .sorted()
                .limit(MOST_TOLD)
                .toList();
        List<String> fields = failure.getConstraintViolations().stream()
                .map(BadValues::field)
                .distinct()
                .sorted()
                .limit(MOST_TOLD)
                .toList();
        return Problem.of(
                        "bad-field",
                        "A field of the body has a value that is not allowed",
                        400,
                        "Not allowed: " + String.join("; ", reasons) + ".")
                .with("fields", fields)
                .with("reasons", reasons);
    }

    /** The path below the method's parameter: the names by which the sender knows his fields. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder name = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN) {
                name.append(name.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return name.isEmpty() ? "body" : name.toString();
    }
}
