/** Breaks partners, networks, nodes, databases and disks under load, and holds the server to its promise all the same. */
@NullMarked
package org.warmhandoff.tests.faults;

import org.jspecify.annotations.NullMarked;
