package org.warmhandoff.server.referral.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.referral.ReferralIntake;
import org.warmhandoff.server.referral.ReferralIntake.Stored;

/** The transaction-response: one entry for each entry of the request, in its order (FHIR R4, 3.1.0.11.3). */
final class TransactionAnswer {

    private final List<BundleEntryComponent> asked;

    /** To be made before the Bundle is read, which takes entries out of it. */
    TransactionAnswer(Bundle request) {
        this.asked = List.copyOf(request.getEntry());
    }

    Bundle to(ReferralIntake.Stored stored) {
        Bundle answer = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
        if (stored instanceof Stored.Created created) {
            asked.forEach(entry -> add(
                    answer,
                    Optional.ofNullable(created.resources().get(entry.getFullUrl()))
                            .orElseGet(() -> new IdType(entry.getFullUrl()))));
        } else {
            addEarlier(answer, stored.referral().created());
        }
        return answer;
    }

    /** What the same referral became when it first came: the n-th of each type. */
    private void addEarlier(Bundle answer, List<String> created) {
        Map<String, Integer> seen = new HashMap<>();
        for (BundleEntryComponent entry : asked) {
            Resource resource = entry.getResource();
            int n = seen.merge(resource.fhirType(), 1, Integer::sum);
            Optional<IdType> earlier = created.stream()
                    .map(IdType::new)
                    .filter(id -> resource.fhirType().equals(id.getResourceType()))
                    .skip(n - 1L)
                    .findFirst();
            add(answer, earlier.map(IdType::toUnqualifiedVersionless).orElseGet(IdType::new));
        }
    }

    private static void add(Bundle answer, IdType id) {
        boolean isNew = "1".equals(id.getVersionIdPart());
        Bundle.BundleEntryResponseComponent response =
                answer.addEntry().getResponse().setStatus(isNew ? "201 Created" : "200 OK");
        if (id.hasIdPart()) {
            response.setLocation(id.getValue());
        }
        if (id.hasVersionIdPart()) {
            response.setEtag("W/\"" + id.getVersionIdPart() + "\"");
        }
    }
}
