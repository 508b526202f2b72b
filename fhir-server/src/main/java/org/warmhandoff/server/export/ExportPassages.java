package org.warmhandoff.server.export;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.disclosure.DisclosureGate;
import org.warmhandoff.server.disclosure.Passage;
import org.warmhandoff.server.disclosure.Recipients;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.part2.Purpose;

/**
 * The gate on the files of exports. HAPI asks for one record after the other and then writes them as a file, in one thread;
 * so what was shown since the last file is accounted as the file is stored, in its transaction.
 */
@Component
class ExportPassages {

    private final DisclosureGate gate;
    private final PartnerDirectory partners;
    private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();

    ExportPassages(DisclosureGate gate, PartnerDirectory partners) {
        this.gate = gate;
        this.partners = partners;
    }

    private record Open(String occasion, Passage passage) {}

    /** Reduces the record to what that payer may have of it; false when that is nothing. */
    boolean lets(Resource record, String payer, String occasion) {
        Open current = open.get();
        if (current == null || !current.occasion().equals(occasion)) {
            stored();
            current = begin(payer, occasion).orElse(null);
            open.set(current);
        }
        return current != null && current.passage().showInPlace(record);
    }

    private Optional<Open> begin(String payer, String occasion) {
        return partners.byId(payer)
                .map(Recipients::of)
                .map(recipient -> new Open(occasion, gate.open(recipient, Purpose.HPAYMT, Way.EXPORT, occasion)));
    }

    /** A file is about to be stored. */
    void stored() {
        Open current = open.get();
        if (current != null) {
            current.passage().account();
            open.remove();
        }
    }
}
