package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A Java client that OpenAPI generator makes out of the running server's description. The generator is a process of its
 * own, so that its libraries do not come among the tests'; it also says whether the description is valid.
 */
final class GeneratedClient implements AutoCloseable {
    private static final String PACKAGE = "org.mtgtracker.client";
    private static final long MINUTES = 3;

    private final URLClassLoader classes;
    private final String address;

    private GeneratedClient(URLClassLoader classes, String address) {
        this.classes = classes;
        this.address = address;
    }

    static GeneratedClient of(RunningTracker tracker) throws IOException {
        Path folder = TrackerCommand.folder("client");
        TrackerCommand.delete(folder);
        Files.createDirectories(folder);
        Path description = folder.resolve("openapi.json");
        Files.writeString(description, tracker.api().get("/openapi?format=json").body());
        generator(folder, "validate", "-i", description.toString());
        generator(
                folder,
                "generate",
                "-i",
                description.toString(),
                "-g",
                "java",
                "--library",
                "native",
                "-o",
                folder.resolve("generated").toString(),
                "--global-property",
                "apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                "--additional-properties",
                "useJakartaEe=true,openApiNullable=false,hideGenerationTimestamp=true,invokerPackage=" + PACKAGE
                        + ",apiPackage=" + PACKAGE + ".api,modelPackage=" + PACKAGE + ".model");
        Path compiled = Files.createDirectories(folder.resolve("classes"));
        compile(folder.resolve("generated/src/main/java"), compiled);
        return new GeneratedClient(
                new URLClassLoader(new URL[] {compiled.toUri().toURL()}, GeneratedClient.class.getClassLoader()),
                tracker.address().toString());
    }

    private static String generator(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("tracker.generator")));
        command.addAll(List.of(words));
        Path output = folder.resolve(words[0] + ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a client was generated", e);
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-parameters",
                "-nowarn",
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        Path said = classes.resolveSibling("compile.txt");
        int code;
        try (var output = Files.newOutputStream(said)) {
            code = compiler.run(null, output, output, arguments.toArray(String[]::new));
        }
        assertThat(code).as(Files.readString(said)).isZero();
    }

    /** Calls an operation with these arguments, by their names; the others are null. */
    Object call(String api, String operation, Map<String, Object> arguments) {
        try {
            Class<?> clientType = classes.loadClass(PACKAGE + ".ApiClient");
            Object client = clientType.getConstructor().newInstance();
            clientType.getMethod("updateBaseUri", String.class).invoke(client, address);
            Object calls = classes.loadClass(PACKAGE + ".api." + api)
                    .getConstructor(clientType)
                    .newInstance(client);
            Method method = Stream.of(calls.getClass().getMethods())
                    .filter(each -> each.getName().equals(operation))
                    .min((one, other) -> Integer.compare(one.getParameterCount(), other.getParameterCount()))
                    .orElseThrow();
            return method.invoke(
                    calls,
                    Stream.of(method.getParameters())
                            .map(parameter -> arguments.get(parameter.getName()))
                            .toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(operation + " failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Object member(Object from, String getter) {
        try {
            return from.getClass().getMethod(getter).invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
