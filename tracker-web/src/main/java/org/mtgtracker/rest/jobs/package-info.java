/** Jobs, their runs, and starting them by hand. */
package org.mtgtracker.rest.jobs;
