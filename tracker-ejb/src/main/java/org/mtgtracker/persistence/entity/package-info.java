/** How values that the database has no type for are kept in its columns. */
package org.mtgtracker.persistence.entity;
