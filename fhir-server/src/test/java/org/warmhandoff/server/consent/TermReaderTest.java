package org.warmhandoff.server.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.server.consent.Asked.NOW;
import static org.warmhandoff.server.consent.Asked.goes;
import static org.warmhandoff.server.consent.Asked.revokedOn;
import static org.warmhandoff.server.consent.Asked.tpo;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.server.part2.Purpose;

class TermReaderTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-25T12:00:00Z",
        "2026-11, 2026-12-01T12:00:00Z",
        "2026, 2027-01-01T12:00:00Z",
        "2028-02-29, 2028-03-01T12:00:00Z",
        "2026-11-24T10:00:00Z, 2026-11-24T10:00:00.001Z",
        "2026-11-24T10:00:00-05:00, 2026-11-24T15:00:00.001Z",
    })
    void an_end_lasts_as_long_as_anywhere_on_earth(String end, Instant until) {
        Consent consent = tpo();
        consent.getProvision().getPeriod().setEndElement(new DateTimeType(end));

        assertThat(ConsentReader.read(consent).term().until()).isEqualTo(until);
    }

    @Test
    void it_holds_from_its_start() {
        Consent later = tpo();
        later.getProvision().getPeriod().setStartElement(new DateTimeType("2026-11-24T12:00:01Z"));

        assertThat(goes(later)).isFalse();
        assertThat(goes("mercy-hospital", Purpose.TREAT, NOW.plusSeconds(1), later))
                .isTrue();
    }

    @Test
    void a_revocation_works_forward_only() {
        Consent revoked = revokedOn(tpo(), "2026-11-24T12:00:00Z").setStatus(ConsentState.INACTIVE);

        assertThat(goes("mercy-hospital", Purpose.TREAT, NOW.minusMillis(1), revoked))
                .isTrue();
        assertThat(goes(revoked)).isFalse();
    }

    @Test
    void a_revocation_by_the_day_ends_a_permission_with_its_first_moment_and_a_denial_with_its_last() {
        Consent permission = revokedOn(tpo(), "2026-11-25");
        Consent denial = revokedOn(tpo(), "2026-11-23");
        denial.getProvision().setType(Consent.ConsentProvisionType.DENY);

        assertThat(ConsentReader.read(permission).term().revokedAt()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(ConsentReader.read(denial).term().revokedAt()).isEqualTo("2026-11-24T12:00:00Z");
    }

    @Test
    void a_revocation_that_cannot_be_dated_ends_a_permission_and_leaves_a_denial() {
        Consent permission = tpo();
        permission.addExtension(TermReader.REVOKED_ON, new StringType("last week"));
        Consent denial = permission.copy();
        denial.getProvision().setType(Consent.ConsentProvisionType.DENY);

        assertThat(goes(permission)).isFalse();
        assertThat(goes(tpo(), denial)).isFalse();
    }

    @Test
    void inactive_without_a_revocation_never_was() {
        assertThat(goes(tpo().setStatus(ConsentState.INACTIVE))).isFalse();
    }

    @Test
    void what_was_made_inactive_after_its_end_was_in_force_until_then() {
        Consent over = tpo().setStatus(ConsentState.INACTIVE);
        over.getProvision().getPeriod().setEndElement(new DateTimeType("2026-11-24T12:00:00Z"));
        over.getMeta().setLastUpdated(Date.from(NOW.plusSeconds(60)));
        Consent early = over.copy();
        early.getMeta().setLastUpdated(Date.from(NOW.minusSeconds(60)));

        assertThat(goes(over)).isTrue();
        assertThat(goes("mercy-hospital", Purpose.TREAT, NOW.plusSeconds(1), over))
                .isFalse();
        assertThat(goes(early)).isFalse();
    }

    @Test
    void an_event_ends_it_unless_it_is_none() {
        Consent none = tpo();
        none.getExtensionByUrl(TermReader.EXPIRATION_EVENT)
                .setValue(new CodeableConcept(
                        new org.hl7.fhir.r4.model.Coding("https://warmhandoff.org/fhir/x", "none", null)));

        assertThat(ConsentReader.read(tpo()).term().endsByEvent()).isTrue();
        assertThat(ConsentReader.read(none).term().endsByEvent()).isFalse();
    }
}
