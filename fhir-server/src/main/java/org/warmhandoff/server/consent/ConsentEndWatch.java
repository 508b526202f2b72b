package org.warmhandoff.server.consent;

import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.changes.ChangeHandler;
import org.warmhandoff.server.storage.ResourceStore;

/** Notes of every Consent that is written when it will end. */
@Component
class ConsentEndWatch implements ChangeHandler {

    private final ConsentEnds ends;
    private final ResourceStore store;

    ConsentEndWatch(ConsentEnds ends, ResourceStore store) {
        this.ends = ends;
        this.store = store;
    }

    @Override
    public Set<String> types() {
        return Set.of("Consent");
    }

    @Override
    public void changed(String type, String id) {
        ends.note(id, store.read(Consent.class, id).orElse(null));
    }
}
