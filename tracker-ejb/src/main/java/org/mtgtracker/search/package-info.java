/**
 * Finding cards. A search never touches the database: every pod keeps an immutable index of the catalogue in memory,
 * built from the replica and exchanged as a whole when an import has committed a new version. Callers pass words and
 * get card ids; what the language can say grows behind the same door.
 */
package org.mtgtracker.search;
