package org.mtgtracker.catalog.control;

import org.mtgtracker.catalog.boundary.ImportProblem;

/** What an object of a catalogue's file was found to be. */
sealed interface ReadObject {
    /** A card; its object is without white space. */
    record Card(JsonObject object, CardColumns columns, ContentHash hash) implements ReadObject {}

    /** A card that the catalogue has with the same content, at this place of {@link KnownCards}; it was not read further. */
    record Same(JsonObject object, ContentHash hash, int place) implements ReadObject {}

    /** Nothing that can be taken. */
    record Broken(ImportProblem problem) implements ReadObject {}
}
