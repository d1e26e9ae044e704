/**
 * The catalogue of one version in memory, immutable: every printing has a position, what is asked of few values is a
 * bitmap over positions, texts lie behind one another, numbers in arrays. Printings of one card stand side by side.
 */
package org.mtgtracker.search.index;
