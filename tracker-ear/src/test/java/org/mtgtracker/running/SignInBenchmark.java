package org.mtgtracker.running;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long a sign-in takes and how many there are in a second, beside secured and open reads. Its arguments are the
 * address of a server whose limits are off, and how many seconds each measurement takes.
 */
final class SignInBenchmark {
    private static final String NAME = "b" + System.nanoTime();

    private SignInBenchmark() {}

    public static void main(String[] words) throws InterruptedException {
        Api api = new Api(URI.create(words[0]), null);
        int seconds = Integer.parseInt(words[1]);
        String body = """
                {"name": "%s", "password": "%s"}""".formatted(NAME, People.PASSWORD);
        expect(201, api.post("/api/v2/auth/sign-up", body));
        String token = Api.parsed(expect(200, api.post("/api/v2/auth/sign-in", body)))
                .path("accessToken")
                .asText();
        Api signedIn = api.withToken(token);
        for (int threads : new int[] {1, 2, 8}) {
            measure("sign-in", threads, seconds, () -> expect(200, api.post("/api/v2/auth/sign-in", body)));
        }
        measure("secured read (/whoami)", 8, seconds, () -> expect(200, signedIn.get("/api/v2/whoami")));
        measure("open read (/catalogue)", 8, seconds, () -> expect(200, api.get("/api/v2/catalogue")));
    }

    private static String expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static void measure(String what, int threads, int seconds, Runnable call) throws InterruptedException {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            callers.execute(() -> {
                while (System.nanoTime() < end) {
                    long before = System.nanoTime();
                    call.run();
                    times.add(System.nanoTime() - before);
                }
            });
        }
        callers.shutdown();
        callers.awaitTermination(seconds + 60L, TimeUnit.SECONDS);
        double took = (System.nanoTime() - start) / 1e9;
        Collections.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-24s %d at once: %8.1f/s, median %.1f ms, 99%% %.1f ms%n",
                what,
                threads,
                times.size() / took,
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 99 / 100) / 1e6);
    }
}
