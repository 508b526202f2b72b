/**
 * Referrals: taken in once, moved only by the state machine, each step stored with its provenance and the deliveries
 * that it makes due in one transaction.
 */
@NullMarked
package org.warmhandoff.server.referral;

import org.jspecify.annotations.NullMarked;
