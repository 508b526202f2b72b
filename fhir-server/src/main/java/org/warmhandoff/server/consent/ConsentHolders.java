package org.warmhandoff.server.consent;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.ledger.DisclosureHistory;
import org.warmhandoff.server.ledger.DisclosureHistory.Disclosed;

/** Who received what on a consent, which a revocation does not undo. */
@Component
class ConsentHolders {

    private static final int MOST = 1_000;

    private final ObjectProvider<DisclosureHistory> history;

    ConsentHolders(ObjectProvider<DisclosureHistory> history) {
        this.history = history;
    }

    /** A {@code holder} an organisation: who, how often, when last, which records. */
    Parameters addTo(Parameters answer, String consentId) {
        Map<String, List<Disclosed>> byHolder = history.stream()
                .flatMap(account -> account.onConsent(consentId, MOST).stream())
                .collect(Collectors.groupingBy(Disclosed::organisation, TreeMap::new, Collectors.toList()));
        byHolder.forEach(
                (organisation, disclosed) -> add(answer.addParameter().setName("holder"), organisation, disclosed));
        return answer;
    }

    private static void add(ParametersParameterComponent holder, String organisation, List<Disclosed> disclosed) {
        holder.addPart().setName("recipient").setValue(new Reference("Organization/" + organisation));
        holder.addPart().setName("disclosures").setValue(new IntegerType(disclosed.size()));
        disclosed.stream().map(Disclosed::at).max(java.time.Instant::compareTo).ifPresent(last -> holder.addPart()
                .setName("last")
                .setValue(SignedConsentGuard.instant(last)));
        disclosed.stream()
                .flatMap(one -> one.records().stream())
                .distinct()
                .sorted()
                .forEach(record -> holder.addPart().setName("record").setValue(new Reference(record)));
    }
}
