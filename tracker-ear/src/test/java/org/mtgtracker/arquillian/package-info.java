/** Tests inside the server, which Arquillian starts as users do: with {@code bin/tracker}. */
package org.mtgtracker.arquillian;
