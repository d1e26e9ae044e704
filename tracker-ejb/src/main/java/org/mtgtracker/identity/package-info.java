/**
 * Knows who calls: users with their passwords, programs with their API keys, and what role each has. It exists so that
 * nothing that changes state is ever open, from the first start on, which makes the first admin.
 */
package org.mtgtracker.identity;
