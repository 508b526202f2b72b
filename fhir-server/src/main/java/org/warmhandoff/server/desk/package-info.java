/**
 * What an interface engineer asks for: finds any message by a number that people know it by, shows what became of it,
 * and has it applied or sent again. Thin: the queues find and replay, this package speaks HTTP and keeps a record.
 */
@NullMarked
package org.warmhandoff.server.desk;

import org.jspecify.annotations.NullMarked;
