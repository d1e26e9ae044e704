package org.mtgtracker.arquillian;

import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.mtgtracker.running.RunningTracker;
import org.mtgtracker.running.TrackerCommand;

/** Deploys an EAR the one way there is: a start of the distribution's launcher with that EAR. */
public final class TrackerContainer implements DeployableContainer<NothingToConfigure> {
    private static final String NAME = "arquillian";

    private RunningTracker tracker;

    @Override
    public Class<NothingToConfigure> getConfigurationClass() {
        return NothingToConfigure.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 6.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        Path ear = TrackerCommand.folder(NAME).resolve("tracker.ear");
        archive.as(ZipExporter.class).exportTo(ear.toFile(), true);
        tracker = TrackerCommand.named(NAME)
                .with("--ear=" + ear, "--catalogue=demo")
                .launchAnew();
        try {
            tracker.awaitReady();
        } catch (IllegalStateException e) {
            tracker.close();
            throw new DeploymentException("The launcher did not get ready with " + ear, e);
        }
        HTTPContext http = new HTTPContext("127.0.0.1", tracker.port());
        http.add(new Servlet("ArquillianServletRunnerEE9", "/"));
        return new ProtocolMetaData().addContext(http);
    }

    @Override
    public void undeploy(Archive<?> archive) {
        if (tracker != null) {
            tracker.close();
        }
    }
}
