package org.mtgtracker.server;

import static java.util.Objects.requireNonNull;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Payara Micro with an EAR container. It runs in this process from the unpacked runtime, and keeps its configuration in
 * a folder of its own, so that several servers can share one installation.
 */
final class PayaraServer implements AutoCloseable {
    private static final String GRACE_MILLIS = "5000";

    private final PayaraMicroRuntime runtime;

    private PayaraServer(PayaraMicroRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Boots the server without an application.
     *
     * @param installation folder with launch-micro.jar, runtime/ and commands/
     * @param instance an empty folder for this server's configuration
     * @param properties system properties that the boot commands and the application read
     */
    static PayaraServer boot(Path installation, Path instance, int port, Map<String, String> properties) {
        requireNonNull(installation, "installation is null");
        properties.forEach(System::setProperty);
        System.setProperty(
                "fish.payara.micro.BootJar",
                installation.resolve("launch-micro.jar").toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", installation.toString());
        try {
            furnish(installation, instance);
            List<String> arguments = arguments(installation, instance, port, properties);
            // the class lies in a jar inside Payara Micro's, out of the compiler's sight
            Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments.toArray(String[]::new));
            return new PayaraServer(PayaraMicro.getInstance().getRuntime());
        } catch (ReflectiveOperationException | IOException e) {
            Throwable cause = e instanceof InvocationTargetException wrapped ? wrapped.getCause() : e;
            throw new StartFailure(StartFailure.Reason.APPLICATION_FAILED, "The server did not boot: " + cause, cause);
        }
    }

    private static List<String> arguments(Path installation, Path instance, int port, Map<String, String> properties)
            throws IOException {
        return List.of(
                "--nohazelcast",
                "--rootdir",
                instance.toString(),
                "--port",
                Integer.toString(port),
                "--shutdowngrace",
                GRACE_MILLIS,
                "--disablephonehome",
                "--prebootcommandfile",
                installation.resolve("commands/pre-boot.txt").toString(),
                "--postbootcommandfile",
                withNumbers(installation.resolve("commands/post-boot.txt"), instance, properties)
                        .toString(),
                "--logproperties",
                installation.resolve("commands/logging.properties").toString());
    }

    /**
     * Payara takes system properties for text, but wants numbers as such in its commands: those are filled in here.
     * Passwords stay properties, and so in memory.
     */
    private static Path withNumbers(Path commands, Path instance, Map<String, String> properties) throws IOException {
        String text = Files.readString(commands);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (property.getKey().startsWith(Pools.PREFIX)) {
                text = text.replace("${" + property.getKey() + "}", property.getValue());
            }
        }
        return Files.writeString(instance.resolve("post-boot.txt"), text);
    }

    /** What a server changes while it runs, and what its pools load, is a copy of its own. */
    private static void furnish(Path installation, Path instance) throws IOException {
        copy(installation.resolve("config"), instance.resolve("config"));
        copy(installation.resolve("lib"), instance.resolve("lib"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Deploys the application; whether it really answers must be proven over HTTP, since Payara says yes to most. */
    void deploy(Path ear) {
        boolean accepted = runtime.deploy(ear.toFile());
        if (!accepted || runtime.getDeployedApplicationNames().isEmpty()) {
            throw new StartFailure(
                    StartFailure.Reason.APPLICATION_FAILED,
                    "The application " + ear + " did not deploy. The log says why.");
        }
    }

    /** Stops taking requests, lets those in flight finish, and ends. */
    @Override
    public void close() {
        try {
            runtime.shutdown();
        } catch (BootstrapException e) {
            throw new IllegalStateException("The server did not stop in order: " + e.getMessage(), e);
        }
    }
}
