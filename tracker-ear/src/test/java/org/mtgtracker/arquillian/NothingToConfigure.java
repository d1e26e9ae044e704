package org.mtgtracker.arquillian;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** The launcher knows by itself what it needs. */
public final class NothingToConfigure implements ContainerConfiguration {
    @Override
    public void validate() {}
}
