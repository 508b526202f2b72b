package org.warmhandoff.server.consent;

/** Hears of emergency access in the transaction that grants it: the privacy officer must be told. */
public interface EmergencyListener {

    void granted(EmergencyAccess access);

    void reviewed(EmergencyAccess access);
}
