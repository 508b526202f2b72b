package org.warmhandoff.server.disclosure;

import java.util.List;
import java.util.Set;

/** What one feature knows of partners and patients. The gate asks all of them, once a patient and occasion. */
public interface TieSource {

    /** Ties of a partner to a patient; empty when this feature knows of none. */
    List<Tie> ties(String partner, String patient);

    /** Ids of all patients to whom a partner has such a tie, at most {@code limit}. */
    Set<String> patients(String partner, int limit);
}
