/**
 * Subscriptions to {@code referral-status} as the Subscriptions R5 Backport guide has them for R4, over our own deliveries:
 * ids only, in order, numbered without a gap, and nothing that a consent does not allow.
 */
@NullMarked
package org.warmhandoff.server.subscription;

import org.jspecify.annotations.NullMarked;
