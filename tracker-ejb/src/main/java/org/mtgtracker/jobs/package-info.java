/**
 * Work that is done by the clock or by hand, once in the whole cluster: who may do it (leases), when it is due
 * (schedules), and how it went (the history of runs). It knows nothing of the work itself: a component offers a
 * {@link org.mtgtracker.jobs.boundary.Job}.
 */
package org.mtgtracker.jobs;
