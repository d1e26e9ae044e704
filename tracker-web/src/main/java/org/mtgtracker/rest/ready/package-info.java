/** Answers that many ask for, as the bytes that are sent. */
package org.mtgtracker.rest.ready;
