/** What is moving: which cards and sets have become dearer or cheaper, over a day to a year. */
package org.mtgtracker.trending;
