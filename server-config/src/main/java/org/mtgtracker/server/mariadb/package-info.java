/**
 * The databases that come with the tracker: a MariaDB primary and its read-only replica, run as processes of this
 * machine on loopback, so that one command is enough where nobody has set up a database.
 *
 * <p>Their data outlives every process here, this one included. What counts as data is only ever put in place by
 * renaming a folder that is complete; the replica is a copy and may be thrown away, the primary never is.
 */
package org.mtgtracker.server.mariadb;
