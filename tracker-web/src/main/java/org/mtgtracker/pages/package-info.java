/**
 * What people see in a browser: the beans behind the Facelets views. They call the components' boundaries, turn what
 * comes back into view models, and never hold state between two requests. What everybody reads is stateless HTML that
 * its address describes in full; only forms that change something are stateful, since their view state guards them.
 */
package org.mtgtracker.pages;
