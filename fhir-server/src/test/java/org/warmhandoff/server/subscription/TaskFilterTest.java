package org.warmhandoff.server.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.server.referral.ReferralRecord;

class TaskFilterTest {

    private static final ReferralRecord REFERRAL = new ReferralRecord(
            new ReferralRecord.Ids("t1", "r1", "p1"),
            "mercy",
            "REF-1",
            "grove",
            Dialect.HL7V2,
            Map.of(),
            List.of(),
            BusinessStatus.ACCEPTED,
            false,
            ReferralRecord.Missed.NONE,
            null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task?owner=Organization/grove",
                "Task?owner=grove&requester=mercy",
                "Task?owner=https://warmhandoff.org/fhir/partner|grove",
                "Task?owner=https%3A%2F%2Fwarmhandoff.org%2Ffhir%2Fpartner%7Cgrove",
                "Task?status=received,accepted",
                "Task?status=http://hl7.org/fhir/task-status|accepted",
                "Task?business-status=accepted&requester=Organization/mercy"
            })
    void what_fits_matches(String filter) {
        assertThat(TaskFilter.parse(filter).matches(REFERRAL, BusinessStatus.ACCEPTED))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task?owner=Organization/groves",
                "Task?requester=Organization/grove",
                "Task?status=received",
                "Task?status=urn:other|accepted",
                "Task?business-status=waitlisted",
                "Task?owner=grove&status=rejected"
            })
    void what_does_not_fit_does_not(String filter) {
        assertThat(TaskFilter.parse(filter).matches(REFERRAL, BusinessStatus.ACCEPTED))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Task",
                "Task?",
                "Patient?name=x",
                "Task?subject=Patient/1",
                "Task?owner",
                "Task?owner=",
                "Task?owner:missing=true",
                "Task?owner.name=x",
                "Task?status=accepted&status=rejected",
                "Task?status=%zz"
            })
    void what_it_does_not_know_is_refused(String filter) {
        assertThatIllegalArgumentException().isThrownBy(() -> TaskFilter.parse(filter));
    }
}
