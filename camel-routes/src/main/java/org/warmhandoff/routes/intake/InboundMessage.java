package org.warmhandoff.routes.intake;

import org.jspecify.annotations.Nullable;

/**
 * A message as it arrived.
 *
 * @param sender partner id, or what the message says of its sender when that is no partner
 * @param controlId MSH-10, {@code Bundle.identifier} or a digest; unique for one sender
 * @param messageType such as {@code REF^I12}; null when unreadable
 * @param orderKey messages of one sender with the same key are applied in order: the placer's referral number; null
 *     when unreadable
 * @param body the raw bytes, unframed
 */
public record InboundMessage(
        Dialect dialect,
        String sender,
        String controlId,
        @Nullable String messageType,
        @Nullable String orderKey,
        String contentType,
        byte[] body) {}
