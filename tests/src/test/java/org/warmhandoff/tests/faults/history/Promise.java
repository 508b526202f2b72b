package org.warmhandoff.tests.faults.history;

/**
 * How a referral must end once everything that was sent about it was accepted.
 *
 * @param requester partner id
 * @param state the last state
 * @param changes how many changes of it were sent that leave the state alone
 * @param packages how many files its court gets
 */
public record Promise(String requester, String placer, String state, int changes, int packages) {}
