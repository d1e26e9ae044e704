/**
 * Remembers the answers to requests that may come twice, for all pods together: whoever sends a request again because he
 * did not hear the answer must not have it done again.
 */
package org.mtgtracker.idempotency;
