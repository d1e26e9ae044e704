package org.mtgtracker.identity.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has {@link KeyUse} written every few seconds, and once more before the end. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class KeyUseTimer {
    private static final Logger LOG = Logger.getLogger(KeyUseTimer.class.getName());
    private static final int SECONDS = 5;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private KeyUse use;

    private volatile boolean failing;

    @PostConstruct
    void start() {
        scheduler.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        write();
    }

    private void write() {
        try {
            use.write();
            failing = false;
        } catch (RuntimeException e) {
            // it is kept, and the database watch has said so already
            LOG.log(failing ? Level.FINE : Level.WARNING, "The use of keys cannot be written yet: {0}", e.getMessage());
            failing = true;
        }
    }
}
