/**
 * The demo catalogue: invented cards, sets and prices in Scryfall's own format, so that a tracker without any data has
 * something to show and takes it in through the same door as real data. Nothing in here is a real card's name or text.
 */
package org.mtgtracker.server.demo;
