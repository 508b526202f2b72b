/** The referral workflow: one pure table of states and events, and what a move writes into Task and ServiceRequest. */
@NullMarked
package org.warmhandoff.server.referral;

import org.jspecify.annotations.NullMarked;
