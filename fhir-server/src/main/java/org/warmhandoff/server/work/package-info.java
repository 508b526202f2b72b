/** What loops over database queues share: the identity of a node, the wake-up and the loop itself. Knows no queue. */
@NullMarked
package org.warmhandoff.server.work;

import org.jspecify.annotations.NullMarked;
