/** The distribution as users start it: a process of its own, asked over HTTP. */
package org.mtgtracker.running;
