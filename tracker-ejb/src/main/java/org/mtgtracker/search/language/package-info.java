/**
 * What a player types, as a tree. The parser knows the shape of a query and the table of keys; what a value means to
 * the cards of a catalogue is the engine's to say.
 */
package org.mtgtracker.search.language;
