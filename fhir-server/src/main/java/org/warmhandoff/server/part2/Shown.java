package org.warmhandoff.server.part2;

/** How much of a record a permission shows. */
enum Shown implements Coded {
    WHOLE,
    PAYER,
    COURT,
    PAYER_GROUP,
    TRANSPORT_STATE
}
