/** Tells somebody outside that somebody must look: dead deliveries, failed messages, overdue referrals. */
@NullMarked
package org.warmhandoff.server.alert;

import org.jspecify.annotations.NullMarked;
