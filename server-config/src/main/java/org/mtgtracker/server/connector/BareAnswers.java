package org.mtgtracker.server.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Looks at what goes out, last of all filters: trouble that carries no request id is the server's own, which the
 * application knows nothing of, and becomes a problem. Of every other answer no more than its first bytes is looked at.
 */
final class BareAnswers extends BaseFilter {
    private static final byte[] START = "HTTP/1.1 ".getBytes(ISO_8859_1);
    /** The server's own answers are some hundred bytes. */
    private static final int LONGEST = 8192;

    private static final String END = "\r\n\r\n";
    private static final Set<String> LEFT_OUT = Set.of("content-length", "transfer-encoding", "server", "x-powered-by");

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof Buffer answer && isTrouble(answer)) {
            completed(text(answer)).ifPresent(whole -> {
                context.setMessage(Buffers.wrap(context.getMemoryManager(), whole.getBytes(UTF_8)));
                answer.tryDispose();
            });
        }
        return context.getInvokeAction();
    }

    private static boolean isTrouble(Buffer answer) {
        int size = answer.remaining();
        if (size <= START.length + 3 || size > LONGEST) {
            return false;
        }
        int first = answer.get(answer.position() + START.length);
        if (first != '4' && first != '5') {
            return false;
        }
        for (int at = 0; at < START.length; at++) {
            if (answer.get(answer.position() + at) != START[at]) {
                return false;
            }
        }
        return true;
    }

    private static String text(Buffer answer) {
        return answer.toStringContent(ISO_8859_1);
    }

    /** The server's own answer as a problem; empty when the answer is somebody else's, or not all of it is here. */
    static Optional<String> completed(String answer) {
        int end = answer.indexOf(END);
        if (end < 0) {
            return Optional.empty();
        }
        String[] head = answer.substring(0, end).split("\r\n");
        int length = 0;
        for (String header : head) {
            if (isNamed(header, BareProblem.REQUEST_ID) || isNamed(header, "Transfer-Encoding")) {
                return Optional.empty();
            }
            if (isNamed(header, "Content-Length")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        return length == answer.length() - end - END.length() ? Optional.of(problem(head)) : Optional.empty();
    }

    private static boolean isNamed(String header, String name) {
        return header.regionMatches(true, 0, name + ':', 0, name.length() + 1);
    }

    private static String problem(String[] head) {
        BareProblem problem = BareProblem.of(Integer.parseInt(head[0].substring(START.length, START.length + 3)));
        String body = problem.json();
        Map<String, String> headers = problem.headers();
        Set<String> replaced = Stream.concat(headers.keySet().stream(), LEFT_OUT.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        StringBuilder whole = new StringBuilder(head[0]).append("\r\n");
        for (int at = 1; at < head.length; at++) {
            String name = head[at].substring(0, Math.max(0, head[at].indexOf(':')));
            if (!replaced.contains(name.toLowerCase(Locale.ROOT))) {
                whole.append(head[at]).append("\r\n");
            }
        }
        headers.forEach(
                (name, value) -> whole.append(name).append(": ").append(value).append("\r\n"));
        return whole.append("Content-Length: ")
                .append(body.length())
                .append(END)
                .append(body)
                .toString();
    }
}
