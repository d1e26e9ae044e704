/**
 * How much one asker may ask: so many requests in a span of time, counted in the pod or for all pods together. It knows
 * nothing of HTTP; who asks, and for what, is told to it.
 */
package org.mtgtracker.ratelimit;
