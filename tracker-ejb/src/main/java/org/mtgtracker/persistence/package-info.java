/**
 * The way to the data: reads on the replica, writes on the primary, chosen by the caller in one word; the schema's
 * migrations; and the watch over both databases that sends reads to the primary while the replica is down or behind.
 */
package org.mtgtracker.persistence;
