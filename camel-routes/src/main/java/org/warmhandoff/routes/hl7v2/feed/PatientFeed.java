package org.warmhandoff.routes.hl7v2.feed;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.Al1Mapper;
import org.warmhandoff.routes.hl7v2.segment.Dg1Mapper;
import org.warmhandoff.routes.hl7v2.segment.In1Mapper;
import org.warmhandoff.routes.hl7v2.segment.Nk1Mapper;
import org.warmhandoff.routes.hl7v2.segment.Pr1Mapper;
import org.warmhandoff.routes.hl7v2.segment.Pv1Mapper;
import org.warmhandoff.routes.hl7v2.segment.RelatedPersons;
import org.warmhandoff.routes.intake.ClinicalMessage;

/** ADT^A01, A03, A04, A08 (v2-to-FHIR: Message ADT_A01) and A40, for which the guide has no map. */
final class PatientFeed {

    private final Feed feed;

    PatientFeed(Feed feed) {
        this.feed = feed;
    }

    ClinicalMessage translate() {
        feed.first("EVN").skip(1, 2, 3, 4, 5, 6, 7);
        Reference patient = feed.patient();
        if (feed.event().equals("A40")) {
            return merge();
        }
        Encounter encounter = visit(patient);
        addPersonsAndCoverage(patient);
        addClinical(patient, encounter);
        return switch (feed.event()) {
            case "A01", "A04" -> new ClinicalMessage.VisitBegun(feed.content());
            case "A03" -> new ClinicalMessage.Discharged(feed.content());
            default -> new ClinicalMessage.PatientChanged(feed.content());
        };
    }

    /** MRG-1, before v2.5 also MRG-4: the numbers of the record that goes. */
    private ClinicalMessage merge() {
        Fields mrg = feed.first("MRG");
        List<Identifier> retired = mrg.personIdentifiers(1);
        if (retired.isEmpty()) {
            retired = mrg.personIdentifiers(4);
        }
        mrg.skip(4, 7);
        return new ClinicalMessage.PatientsMerged(feed.content(), retired);
    }

    /** PV1; in an update it tells of a stay only when it says which. */
    private @Nullable Encounter visit(Reference patient) {
        boolean named = feed.first("PV1").has(19);
        if (!feed.segments().has("PV1") || (feed.event().equals("A08") && !named)) {
            feed.first("PV1").skip(1, 2);
            return null;
        }
        Encounter encounter = new Pv1Mapper(feed.translation()).map(feed.first("PV1"), feed.first("PV2"), patient);
        boolean begun = feed.event().equals("A01") || feed.event().equals("A04");
        if (feed.event().equals("A03")) {
            encounter.setStatus(EncounterStatus.FINISHED);
        } else if (begun && encounter.getStatus() == EncounterStatus.UNKNOWN) {
            encounter.setStatus(EncounterStatus.INPROGRESS);
        }
        return encounter;
    }

    private void addPersonsAndCoverage(Reference patient) {
        RelatedPersons persons = new RelatedPersons(feed.translation());
        feed.segments().all("NK1").forEach(nk1 -> new Nk1Mapper(persons).map(nk1, patient));
        new In1Mapper(feed.translation(), persons).map(feed.segments().insurances, patient);
    }

    private void addClinical(Reference patient, @Nullable Encounter encounter) {
        Reference visit = encounter == null
                ? null
                : feed.resources().add(new Pv1Mapper(feed.translation()).key(encounter), encounter);
        Dg1Mapper diagnoses = new Dg1Mapper(feed.translation(), patient, encounter, visit);
        int ordinal = 0;
        for (Fields dg1 : feed.segments().all("DG1")) {
            diagnoses.map(dg1, ++ordinal, new VisitReasons(encounter));
        }
        ordinal = 0;
        for (Fields al1 : feed.segments().all("AL1")) {
            new Al1Mapper(feed.translation()).map(al1, ++ordinal, patient);
        }
        ordinal = 0;
        for (Fields pr1 : feed.segments().all("PR1")) {
            new Pr1Mapper(feed.translation(), patient, visit).map(pr1, ++ordinal);
        }
        ResultGroups.map(feed, patient, visit);
    }

    /** A diagnosis in words only is why the patient is there. */
    private record VisitReasons(@Nullable Encounter encounter) implements Dg1Mapper.Reasons {

        @Override
        public void inWords(CodeableConcept diagnosis) {
            if (encounter != null) {
                encounter.addReasonCode(diagnosis);
            }
        }

        @Override
        public void coded(Reference condition) {
            // The mapper has added it to Encounter.diagnosis.
        }
    }
}
