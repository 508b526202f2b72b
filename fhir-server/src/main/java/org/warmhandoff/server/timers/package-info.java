/** Work that recurs, done by one node at a time: db-scheduler on our own database. */
@NullMarked
package org.warmhandoff.server.timers;

import org.jspecify.annotations.NullMarked;
