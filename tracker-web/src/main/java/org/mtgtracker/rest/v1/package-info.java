/**
 * The contract of the tracker that was there before, over the boundaries of today: its paths, parameters and answers, so
 * that its clients can move over. Its faults are not kept.
 */
package org.mtgtracker.rest.v1;
