/**
 * Starts MTG Tracker: databases, Payara Micro, the application; proves that it answers; and stops it in order.
 */
package org.mtgtracker.server;
