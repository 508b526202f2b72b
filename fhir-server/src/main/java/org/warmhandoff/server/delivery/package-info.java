/**
 * Owns the delivery rows: what must reach a partner is written in the transaction of the change that it tells of, and
 * leaves later, at least once, in order for each partner and referral, from whichever node leases it. Knows neither
 * FHIR nor consent: a {@link org.warmhandoff.server.delivery.DeliveryRenderer} decides what leaves, a
 * {@link org.warmhandoff.server.delivery.DeliveryListener} what follows.
 */
@NullMarked
package org.warmhandoff.server.delivery;

import org.jspecify.annotations.NullMarked;
