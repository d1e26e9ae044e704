/**
 * What the server answers before the application hears of a request: a request line that is none, an address that cannot
 * be decoded, headers without end. The server's own answers there are empty; here they become problems (RFC 9457), with
 * the headers that all others have.
 */
package org.mtgtracker.server.connector;
