/**
 * Owns the inbox table: keeps every message before it is acknowledged and hands accepted ones to whoever applies them,
 * in order for each sender and referral. Never looks into a body.
 */
@NullMarked
package org.warmhandoff.server.inbox;

import org.jspecify.annotations.NullMarked;
