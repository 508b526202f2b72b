/**
 * The one gate on every way out: gathers the facts about recipient and record, asks {@code server.part2}, takes out what
 * may not go, and has the ledger written. Fails closed.
 */
@NullMarked
package org.warmhandoff.server.disclosure;

import org.jspecify.annotations.NullMarked;
