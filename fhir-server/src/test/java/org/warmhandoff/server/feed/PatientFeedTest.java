package org.warmhandoff.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.junit.jupiter.api.Test;

/** ADT: who the client is, and where. */
class PatientFeedTest {

    private static final String STAY =
            "PV1|1|I|4W^12^A||||||||||||||||V%s^^^MERCY^VN|||||||||||||||||||||||||20261120%s\n";

    private final FeedFixture feed = new FeedFixture();

    private String stay(String discharge) {
        return STAY.formatted(feed.number, discharge);
    }

    @Test
    void a_client_nobody_knows_is_registered_with_the_stay() {
        String message = feed.adt("A01", stay("") + "DG1|1||F11.20^Opioid dependence^I10|||A\n");

        assertThat(feed.send(message)).isEqualTo("applied");

        assertThat(feed.patient().getManagingOrganization().getReference()).isEqualTo("Organization/mercy");
        assertThat(feed.only(Encounter.class).getStatus()).isEqualTo(EncounterStatus.INPROGRESS);
        assertThat(feed.only(Condition.class).getEncounter().getReference())
                .isEqualTo(
                        "Encounter/" + feed.only(Encounter.class).getIdElement().getIdPart());
        assertThat(feed.of(Provenance.class, feed.patientId())).hasSize(1);
    }

    @Test
    void a_discharge_ends_the_stay_and_suggests_a_step_down() {
        feed.send(feed.adt("A01", stay("") + "DG1|1||F11.20^Opioid dependence^I10|||A\n"));

        feed.send(feed.adt("A03", stay("|20261123")));
        feed.send(feed.adt("A03", stay("|20261123")));

        Encounter encounter = feed.only(Encounter.class);
        assertThat(encounter.getStatus()).isEqualTo(EncounterStatus.FINISHED);
        assertThat(encounter.getDiagnosis()).hasSize(1);
        assertThat(feed.work()).containsExactly("consider-step-down");
        assertThat(encounter.getMeta().getVersionId()).isEqualTo("2");
    }

    @Test
    void an_update_changes_the_person_and_nothing_else() {
        feed.send(feed.adt("A04", "PV1|1|O\n"));

        feed.send(feed.adt("A08", "PV1|1|N\n").replace("12 Oak Ave^^Springfield", "99 Elm St^^Chicago"));

        assertThat(feed.patient().getAddressFirstRep().getCity()).isEqualTo("Chicago");
        assertThat(feed.of(Encounter.class, feed.patientId())).hasSize(1);
    }

    @Test
    void one_name_is_not_one_person() {
        feed.send(feed.adt("A08", ""));
        String first = feed.patientId();
        FeedFixture other = new FeedFixture();

        other.send(other.adt("A08", ""));

        assertThat(other.patientId()).isNotEqualTo(first);
    }

    @Test
    void merged_records_are_one_and_what_referred_to_either_is_kept() {
        String old = "OLD" + feed.number;
        feed.send(feed.msh("ADT^A01") + FeedFixture.pid(old) + stay(""));
        String retired = feed.patients(old).get(0);
        feed.send(feed.adt("A08", ""));
        String survivor = feed.patientId();

        String merge = feed.adt("A40", "MRG|" + old + "^^^MERCY^MR\n");
        assertThat(feed.send(merge)).isEqualTo("applied");
        assertThat(feed.send(feed.adt("A40", "MRG|" + old + "^^^MERCY^MR\n"))).isEqualTo("applied");

        Patient gone = feed.read(Patient.class, retired);
        assertThat(gone.getActive()).isFalse();
        assertThat(gone.getLink())
                .singleElement()
                .satisfies(link -> assertThat(link.getOther().getReference()).isEqualTo("Patient/" + survivor));
        assertThat(feed.of(Encounter.class, survivor)).hasSize(1);
        assertThat(feed.read(Patient.class, survivor).getIdentifier()).hasSize(2);

        feed.send(feed.msh("ADT^A08") + FeedFixture.pid(old).replace("Springfield", "Peoria"));
        assertThat(feed.read(Patient.class, survivor).getAddressFirstRep().getCity())
                .isEqualTo("Peoria");
    }

    @Test
    void two_birthdays_are_not_merged() {
        String old = "OLD" + feed.number;
        feed.send(feed.msh("ADT^A08") + FeedFixture.pid(old).replace("19900412", "19710101"));
        feed.send(feed.adt("A08", ""));

        assertThat(feed.send(feed.adt("A40", "MRG|" + old + "^^^MERCY^MR\n"))).isEqualTo("failed");
        assertThat(feed.read(Patient.class, feed.patients(old).get(0)).getLink())
                .isEmpty();
    }
}
