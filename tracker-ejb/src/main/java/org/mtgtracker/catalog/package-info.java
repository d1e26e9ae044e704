/**
 * The cards and sets of Magic as Scryfall tells them, and the import that keeps them equal to it: streamed, changes
 * only, and never half visible.
 */
package org.mtgtracker.catalog;
