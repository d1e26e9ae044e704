/**
 * Answers queries: a tree of terms becomes a plan over an index, the plan a bitmap of printings, the bitmap a page of
 * cards.
 */
package org.mtgtracker.search.engine;
