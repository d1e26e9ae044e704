/** What operators see of the server that the platform does not show right by itself. */
package org.mtgtracker.observability;
