package org.mtgtracker.pricing.boundary;

/**
 * CDI event: prices have changed, and that is committed. Fired in the thread of the change; observers that have much to
 * do go on in a thread of their own.
 *
 * @param version of the prices now; rises with every change
 */
public record PricesChanged(long version) {}
