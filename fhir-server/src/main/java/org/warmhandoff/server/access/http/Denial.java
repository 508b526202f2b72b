package org.warmhandoff.server.access.http;

import org.warmhandoff.server.disclosure.Way;

/**
 * What was refused.
 *
 * @param reason as the ledger has it in place of a rule: {@code scope} or {@code write}
 * @param what a resource type, with an id when one was named, or an operation
 */
record Denial(Way way, String reason, String what) {}
