package org.mtgtracker.catalog.control;

/**
 * Tells the launcher, which waits in the same process, how the imports of the start went: in system properties, as the
 * launcher in its turn tells the application that it drains.
 */
final class StartReport {
    private static final String TOLD = "tracker.catalogue.told";
    private static final String SETTLED = "tracker.catalogue.settled";

    private StartReport() {}

    /** One sentence for the person at the launcher. */
    static void tell(String sentence) {
        System.setProperty(TOLD, sentence);
    }

    /**
     * Nothing more will be imported because of the start.
     *
     * @param version that the catalogue has now; 0 when it is empty
     */
    static void settled(long version) {
        System.setProperty(SETTLED, Long.toString(version));
    }
}
