package org.mtgtracker.server;

/**
 * What {@code java -jar tracker-server.jar} starts. Compiled for Java 8, so that an older Java can say what is wrong
 * instead of failing to load a class; everything else needs Java 17.
 */
public final class Main {
    static final int JAVA_TOO_OLD = 10;
    private static final int NEEDED = 17;

    private Main() {}

    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (isTooOld(version)) {
            System.err.println("MTG Tracker needs Java " + NEEDED + " or newer; this is Java " + version + " in "
                    + System.getProperty("java.home") + ". Set JAVA_HOME to a newer one.");
            System.exit(JAVA_TOO_OLD);
        }
        Class.forName("org.mtgtracker.server.Launcher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    /** Takes "1.8", "11", "17". */
    static boolean isTooOld(String specificationVersion) {
        String major = specificationVersion.startsWith("1.") ? specificationVersion.substring(2) : specificationVersion;
        return Integer.parseInt(major) < NEEDED;
    }
}
