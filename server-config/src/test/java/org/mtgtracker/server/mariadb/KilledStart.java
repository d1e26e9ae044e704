package org.mtgtracker.server.mariadb;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Started as a process of its own, to be killed: starts a pair over the folder it is given and says so. */
final class KilledStart {
    static final String RUNNING = "running";

    private KilledStart() {}

    public static void main(String[] arguments) throws InterruptedException {
        MariaDbPair.start(Unpacked.installation(), Path.of(arguments[0]), Unpacked.settings(), line -> {});
        System.out.println(RUNNING);
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
