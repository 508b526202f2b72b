package org.warmhandoff.server.disclosure;

import java.util.List;

/** What one feature knows of partners and patients. The gate asks all of them, once a patient and occasion. */
public interface TieSource {

    /** Ties of a partner to a patient; empty when this feature knows of none. */
    List<Tie> ties(String partner, String patient);
}
