/** The referral workflow: one pure table of states and events, and what a move writes into Task and ServiceRequest. */
@NullMarked
package org.warmhandoff.server.referral.state;

import org.jspecify.annotations.NullMarked;
