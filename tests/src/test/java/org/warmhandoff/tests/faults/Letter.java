package org.warmhandoff.tests.faults;

import org.warmhandoff.tests.faults.history.Sending.Step;

/** Bytes to hand over, the same at every try. */
record Letter(String sender, String placer, Step step, String controlId, Form form, boolean proper, String body) {

    /** How it travels. */
    enum Form {
        MLLP(""),
        FHIR_MESSAGE("/$process-message"),
        FHIR_TRANSACTION(""),
        CONSENT("/Consent");

        private final String path;

        Form(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** The same, but such that nobody may accept it. */
    Letter improper(String otherBody) {
        return new Letter(sender, placer, step, controlId, form, false, otherBody);
    }
}
