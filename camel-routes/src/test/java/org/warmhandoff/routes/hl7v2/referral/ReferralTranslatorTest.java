package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerKind;

class ReferralTranslatorTest {

    private static final String FULL = Messages.read("full.hl7");

    @ParameterizedTest
    @CsvSource({"I12, NEW", "I13, MODIFY", "I14, CANCEL", "I15, STATUS_QUERY"})
    void the_trigger_event_says_what_the_sender_wants(String trigger, Event event) {
        ReferralMessage referral = Messages.translate(FULL.replace("REF^I12^REF_I12", "REF^" + trigger));
        assertThat(referral.event()).isEqualTo(event);
        assertThat(referral.placer()).isEqualTo("REF-1001");
        assertThat(referral.sender()).isEqualTo(Messages.MERCY);
        assertThat(referral.receiver()).isEqualTo(Messages.SUNRISE);
    }

    @Test
    void requester_performer_and_owner_are_logical_partner_references() {
        ReferralMessage referral = Messages.translate(FULL);
        ServiceRequest request = Messages.only(referral, ServiceRequest.class);
        Task task = Messages.only(referral, Task.class);
        assertThat(List.of(request.getRequester(), task.getRequester())).allMatch(to -> isPartner(to, "mercy"));
        assertThat(List.of(request.getPerformerFirstRep(), task.getOwner())).allMatch(to -> isPartner(to, "sunrise"));
    }

    private static boolean isPartner(Reference reference, String id) {
        return !reference.hasReference()
                && reference.getIdentifier().getSystem().equals("https://warmhandoff.org/fhir/partner")
                && reference.getIdentifier().getValue().equals(id);
    }

    @Test
    void every_reference_finds_its_resource_in_the_bundle() {
        for (String name : List.of("full", "minimal", "dirty", "v23", "adolescent", "escapes")) {
            ReferralMessage referral = Messages.translate(Messages.read(name + ".hl7"));
            List<String> urls = referral.resources().getEntry().stream()
                    .map(BundleEntryComponent::getFullUrl)
                    .toList();
            assertThat(urls).doesNotHaveDuplicates().allMatch(url -> url.startsWith("urn:uuid:"));
            assertThat(references(referral)).as(name).isNotEmpty().isSubsetOf(urls);
        }
    }

    private static List<String> references(ReferralMessage referral) {
        String json = ca.uhn.fhir.context.FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(referral.resources());
        return Stream.of(json.split("\"reference\":\""))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .toList();
    }

    @Test
    void a_change_of_a_referral_names_the_same_resources() {
        assertThat(urls(Messages.translate(FULL.replace("I12", "I13").replace("MSG00001", "MSG00002"))))
                .isEqualTo(urls(Messages.translate(FULL)));
    }

    private static List<String> urls(ReferralMessage referral) {
        return referral.resources().getEntry().stream()
                .map(BundleEntryComponent::getFullUrl)
                .toList();
    }

    @Test
    void another_sender_with_the_same_numbers_names_other_resources() {
        Partner harbor =
                new Partner("harbor", "Harbor Rehab", PartnerKind.REHAB, List.of(), null, null, true, List.of());
        ReferralMessage theirs =
                Messages.TRANSLATOR.translate(Er7Message.parse(FULL).orElseThrow(), harbor, Messages.SUNRISE);
        assertThat(urls(theirs)).doesNotContainAnyElementsOf(urls(Messages.translate(FULL)));
        assertThat(Messages.only(theirs, ServiceRequest.class)
                        .getCategoryFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("step-down");
        assertThat(Messages.only(theirs, Patient.class).getIdentifierFirstRep().getSystem())
                .isEqualTo("https://warmhandoff.org/fhir/assigner/harbor/mercy");
    }

    @ParameterizedTest
    @CsvSource({"T, true", "D, true", "P, false"})
    void test_and_debug_messages_are_labelled_so(String processing, boolean labelled) {
        ReferralMessage referral = Messages.translate(FULL.replace("|T|2.5.1", "|" + processing + "|2.5.1"));
        assertThat(referral.resources().getEntry())
                .allMatch(entry -> entry.getResource().getMeta().getSecurity().stream()
                                .map(Coding::getCode)
                                .anyMatch("HTEST"::equals)
                        == labelled);
    }

    @ParameterizedTest
    @CsvSource({"V, V", "ETH, ETH", "42CFRPart2, 42CFRPart2", "SECURITY, R"})
    void the_senders_label_is_on_every_resource_and_an_unknown_one_means_restricted(String sent, String code) {
        ReferralMessage referral = Messages.translate(FULL.replace("-0500||REF", "-0500|" + sent + "|REF"));
        assertThat(referral.resources().getEntry())
                .allMatch(entry -> entry.getResource().getMeta().getSecurity().stream()
                        .anyMatch(label -> label.getCode().equals(code)));
    }

    @Test
    void one_person_is_one_practitioner_whatever_segments_name_them() {
        ReferralMessage referral = Messages.translate(Messages.read("adolescent.hl7"));
        assertThat(Messages.all(referral, Practitioner.class))
                .extracting(practitioner -> practitioner.getIdentifierFirstRep().getValue())
                .doesNotHaveDuplicates()
                .contains("1234567893");
    }

    @Test
    void an_authorization_says_who_assigned_the_payers_number() {
        Coverage coverage = Messages.only(Messages.translate(FULL), Coverage.class);
        assertThat(coverage.getSubscriberId()).isEqualTo("W123456789");
        assertThat(coverage.getIdentifierFirstRep()
                        .getType()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("MB");
    }

    @Test
    void only_the_number_that_is_one_becomes_the_member_number() {
        String in1 = "IN1|1|PPO1|PAY01|Acme Health" + "|".repeat(45) + "H-1^^^ACME^NI";
        String in2 = "IN2" + "|".repeat(61) + "M-1^^^ACME^MB";
        Coverage coverage =
                Messages.only(Messages.translate(FULL.replaceFirst("IN1\\|.*", in1 + "\n" + in2)), Coverage.class);
        assertThat(coverage.getIdentifier())
                .extracting(number -> number.getType().getCodingFirstRep().getCode() + " " + number.getValue())
                .containsExactly("MB M-1", "NI H-1");
    }

    @Test
    void a_screening_is_a_panel_with_its_results_as_members() {
        List<Observation> observations = Messages.all(Messages.translate(FULL), Observation.class);
        assertThat(observations).hasSize(2);
        assertThat(observations.get(1).getHasMember()).hasSize(1);
        assertThat(observations.get(0).getValueQuantity().getValue()).isEqualByComparingTo("17");
        assertThat(observations).allMatch(observation -> observation
                .getCategoryFirstRep()
                .getCodingFirstRep()
                .getCode()
                .equals("survey"));
    }

    @Test
    void byte_order_mark_and_any_line_end_make_no_difference() {
        List<String> expected = urls(Messages.translate(FULL));
        assertThat(urls(Messages.translate("\uFEFF" + FULL.replace("\n", "\r\n"))))
                .isEqualTo(expected);
        assertThat(urls(Messages.translate(FULL.replace('\n', '\r')))).isEqualTo(expected);
    }
}
