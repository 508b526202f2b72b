/**
 * What leaves in deliveries, whatever its dialect: one disclosure for each attempt, decided by the gate, accounted before it
 * leaves, with the notice and the scope of the consent.
 */
@NullMarked
package org.warmhandoff.server.outgoing;

import org.jspecify.annotations.NullMarked;
