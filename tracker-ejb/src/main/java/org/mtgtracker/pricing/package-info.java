/** What each card cost on each day, in every price type. */
package org.mtgtracker.pricing;
