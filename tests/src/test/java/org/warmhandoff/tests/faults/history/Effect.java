package org.warmhandoff.tests.faults.history;

/**
 * Something that a partner took, in the order in which it took it.
 *
 * @param placer the referral number or docket
 * @param says RF1-1, event or type of package
 * @param digest of its bytes
 */
public record Effect(String partner, String placer, String messageId, String says, String digest) {}
