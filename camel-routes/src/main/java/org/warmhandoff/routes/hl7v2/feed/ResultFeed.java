package org.warmhandoff.routes.hl7v2.feed;

import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.routes.hl7v2.segment.Pv1Mapper;
import org.warmhandoff.routes.intake.ClinicalMessage;

/** ORU^R01 (v2-to-FHIR: Message ORU_R01): reports and results; drug tests as profile iop-drug-test has them. */
final class ResultFeed {

    private final Feed feed;

    ResultFeed(Feed feed) {
        this.feed = feed;
    }

    ClinicalMessage translate() {
        Reference patient = feed.patient();
        Reference visit = null;
        // Results name a stay only in passing: without its number it would be one more stay.
        if (feed.first("PV1").has(19)) {
            Pv1Mapper mapper = new Pv1Mapper(feed.translation());
            Encounter encounter = mapper.map(feed.first("PV1"), feed.first("PV2"), patient);
            visit = feed.resources().add(mapper.key(encounter), encounter);
        }
        ResultGroups.map(feed, patient, visit);
        new DrugTestMapper(feed, patient).complete();
        return new ClinicalMessage.Observed(feed.content());
    }
}
