/** What every component reads and reckons alike, however little it has to do with the others: ids and digests. */
package org.mtgtracker.values;
