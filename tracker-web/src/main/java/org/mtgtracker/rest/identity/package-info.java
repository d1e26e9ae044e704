/** How callers come in, by API key or access token to the API and by session to the pages, and what they do about accounts. */
package org.mtgtracker.rest.identity;
