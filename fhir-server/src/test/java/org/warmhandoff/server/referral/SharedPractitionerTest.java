package org.warmhandoff.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.storage.Locks;

/** One doctor stands in most referrals of a hospital. */
class SharedPractitionerTest {

    private static final String DOCTOR = "Practitioner:http://hl7.org/fhir/sid/us-npi|1234567893";

    @Test
    void a_referral_under_way_keeps_no_other_waiting_that_names_the_same_doctor() {
        HospitalReferral first = new HospitalReferral();
        assertThat(first.send(first.message("I12"))).isEqualTo("applied");

        HospitalReferral second = new HospitalReferral();
        second.server.bean(TransactionTemplate.class).executeWithoutResult(underWay -> {
            second.server.bean(Locks.class).hold(List.of(DOCTOR));
            assertThat(second.send(second.message("I12"))).isEqualTo("applied");
        });
    }
}
