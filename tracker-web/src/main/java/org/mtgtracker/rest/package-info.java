/**
 * The application's REST face: what every resource has in common, in one place. Who calls, what is refused and in which
 * words, how a request is named, timed and described. The resources themselves stand beside it, one package for each
 * component, and call boundaries only.
 */
package org.mtgtracker.rest;
