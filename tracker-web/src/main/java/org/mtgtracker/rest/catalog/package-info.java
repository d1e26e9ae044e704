/** Cards by id, the catalogue as a whole, and its imports. */
package org.mtgtracker.rest.catalog;
