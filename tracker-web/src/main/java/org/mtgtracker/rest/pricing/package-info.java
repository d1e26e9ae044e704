/** What cards cost, and did. */
package org.mtgtracker.rest.pricing;
