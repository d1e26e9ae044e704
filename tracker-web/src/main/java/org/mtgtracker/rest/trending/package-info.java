/** What is moving. */
package org.mtgtracker.rest.trending;
