package org.warmhandoff.routes.hl7v2.datatype;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a translation dropped, assumed or could not map: positions and reasons only, as notes are logged. Not for use by
 * several threads.
 */
public final class Notes {

    private final Set<String> notes = new LinkedHashSet<>();

    void dropped(Place place, String reason) {
        notes.add(place + " dropped: " + reason);
    }

    void changed(Place place, String how) {
        notes.add(place + " " + how);
    }

    /** A segment or message as a whole, such as {@code PID}. */
    public void add(String what) {
        notes.add(what);
    }

    /** The id of a damaged segment can be content, so only what looks like an id is repeated. */
    public void segmentNotMapped(String id) {
        notes.add(isSegmentId(id) ? id + " not mapped" : "a line that is no segment dropped");
    }

    private static boolean isSegmentId(String id) {
        return id.length() == 3 && id.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    }

    public List<String> toList() {
        return new ArrayList<>(notes);
    }
}
