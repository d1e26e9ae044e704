/** How callers come in: by API key to the API, by session to the pages. */
package org.mtgtracker.rest.identity;
