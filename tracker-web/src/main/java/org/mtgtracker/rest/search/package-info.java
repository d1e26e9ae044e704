/** Cards by what is searched for. */
package org.mtgtracker.rest.search;
