package org.warmhandoff.server.disclosure;

import java.util.Locale;

/** The ways out. A new one belongs here, and into the architecture test that counts them. */
public enum Way {
    READ,
    SEARCH,
    HISTORY,
    EVERYTHING,
    OPERATION,
    WRITE_RESPONSE,
    EXPORT,
    NOTIFICATION,
    HL7V2,
    FHIR_MESSAGE,
    CCDA,
    COURT_PACKAGE,
    DESK,
    CONSOLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
