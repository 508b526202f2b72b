package org.warmhandoff.tests.faults.history;

/** A row of the inbox at the end, such as {@code applied}. */
public record InboxEntry(String sender, String controlId, String state, String reason) {}
