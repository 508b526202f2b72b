package org.warmhandoff.server.referral.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;

class ReferralTaskTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @Test
    void reads_state_number_and_partners() {
        ReferralTask referral = new ReferralTask(Tasks.inState(BusinessStatus.WAITLISTED));

        assertThat(referral.state()).contains(BusinessStatus.WAITLISTED);
        assertThat(referral.placer().map(Identifier::getValue)).contains("REF-1001");
        assertThat(referral.requesterPartner()).contains("mercy");
        assertThat(referral.ownerPartner()).contains("sunrise");
    }

    @Test
    void an_empty_task_has_none_of_it() {
        ReferralTask referral = new ReferralTask(new Task());

        assertThat(referral.state()).isEmpty();
        assertThat(referral.placer()).isEmpty();
        assertThat(referral.ownerPartner()).isEmpty();
        assertThat(referral.claimedBy()).isEmpty();
        assertThat(referral.stateBeforeCancellation()).isEmpty();
        assertThat(referral.periodEnd()).isEmpty();
        assertThat(ReferralTask.isReferral(new Task())).isFalse();
    }

    @Test
    void a_state_of_another_system_is_not_ours() {
        Task task = new Task().setBusinessStatus(Tasks.concept("urn:other", "accepted"));

        assertThat(new ReferralTask(task).state()).isEmpty();
        assertThat(ReferralTask.isReferral(task)).isFalse();
    }

    @Test
    void a_task_is_a_referral_by_its_code_or_by_its_state() {
        assertThat(ReferralTask.isReferral(new Task().setCode(Tasks.concept(CodeSystems.FHIR_TASK_CODE, "fulfill"))))
                .isTrue();
        assertThat(ReferralTask.isReferral(
                        new Task().setBusinessStatus(Tasks.concept(CodeSystems.BUSINESS_STATUS, "created"))))
                .isTrue();
        assertThat(ReferralTask.isReferral(
                        new Task().setCode(Tasks.concept(CodeSystems.TASK_CODE, "produce-court-report"))))
                .isFalse();
    }

    @Test
    void an_owner_known_by_literal_reference_only_has_no_partner_id() {
        Task task = new Task().setOwner(new Reference("Organization/1"));

        assertThat(new ReferralTask(task).ownerPartner()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T13:59:59Z, true",
        "2026-11-23T14:00:00Z, true",
        "2026-11-23T14:00:01Z, false",
        "2026-11-23T09:30:00-05:00, false",
        "2026-11-20, true",
        "2026-11-25, false",
        "2026-10, true",
        "2026-11, false",
        "2026, false",
    })
    void the_period_is_over_after_its_end_and_a_date_counts_whole(String end, boolean over) {
        Task task = Tasks.withPeriodEnd(Tasks.inState(BusinessStatus.CREATED), end);

        assertThat(new ReferralTask(task).facts(new ServiceRequest(), NOW).periodOver())
                .isEqualTo(over);
    }

    @Test
    void the_requested_level_is_read_however_it_is_typed() {
        Coding level = new Coding().setSystem(CodeSystems.ASAM_LEVEL).setCode("2.1");

        assertThat(requestedLevel(level)).isEqualTo("2.1");
        assertThat(requestedLevel(new CodeableConcept(level))).isEqualTo("2.1");
        assertThat(requestedLevel(new CodeType("2.1"))).isEqualTo("2.1");
        assertThat(new ReferralTask(new Task()).facts(new ServiceRequest(), NOW).requestedLevel())
                .isNull();
    }

    private static String requestedLevel(Type value) {
        ServiceRequest request = new ServiceRequest();
        request.addExtension(ReferralExtensions.REQUESTED_ASAM_LEVEL, value);
        return new ReferralTask(new Task()).facts(request, NOW).requestedLevel();
    }
}
