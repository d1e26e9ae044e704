package org.mtgtracker.server;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Launcher.class.getPackage().getImplementationVersion();
        return new String[] {"MTG Tracker " + (version == null ? "(not packaged)" : version)};
    }
}
