/**
 * Keeps what partners sent unreadable without a key that is not in the database: seals and opens message bodies, and
 * makes digests that nobody without the key can guess from likely content. Knows no queue.
 */
@NullMarked
package org.warmhandoff.server.vault;

import org.jspecify.annotations.NullMarked;
