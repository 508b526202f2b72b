package org.warmhandoff.server.consent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.PatientConsent;

/** Consents by id and version. A version never changes, so an entry is never wrong, on whichever node it was written. */
final class ParsedConsents {

    private static final int MOST = 20_000;

    private record Entry(String version, PatientConsent consent) {}

    private final Map<String, Entry> byId = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<PatientConsent> find(String id, long version) {
        Entry entry = byId.get(id);
        return entry == null || !entry.version().equals(Long.toString(version))
                ? Optional.empty()
                : Optional.of(entry.consent());
    }

    synchronized void keep(PatientConsent consent, @Nullable String version) {
        if (version != null) {
            byId.put(consent.id(), new Entry(version, consent));
        }
    }
}
