package org.warmhandoff.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.Partner;

class PayerMatcherTest {

    private static final String NAIC = Payers.NAIC;
    private static final String LOCAL = Canonical.BASE + "/assigner/mercy";

    private final PayerMatcher matcher = new PayerMatcher(Payers.DIRECTORY);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Organization/acme-health, acme-health",
                "Organization/beta-health, beta-health",
                "Organization/ACME-HEALTH, -",
                "Organization/mercy, -",
                "Patient/acme-health, -",
                "Organization/unknown, -"
            })
    void a_literal_reference_is_the_partner_whose_resource_it_is(String reference, String payer) {
        assertThat(matched(new Reference(reference))).isEqualTo(Optional.ofNullable(payer));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://warmhandoff.org/fhir/partner, acme-health, acme-health",
                "https://warmhandoff.org/fhir/partner, Acme-Health, acme-health",
                "https://warmhandoff.org/fhir/partner, mercy, -",
                "urn:oid:2.16.840.1.113883.6.300, pay01, acme-health",
                "urn:oid:9.9.9, PAY01, -",
                "-, PAY01, -"
            })
    void a_logical_reference_is_the_partner_with_that_id_or_identifier(String system, String value, String payer) {
        Reference payor =
                new Reference().setIdentifier(new Identifier().setSystem(system).setValue(value));
        assertThat(matched(payor)).isEqualTo(Optional.ofNullable(payer));
    }

    @Test
    void an_organization_with_an_identifier_of_the_partner_stands_for_it() {
        Organization organization = organization(NAIC, "PAY02", "Whatever it is called");
        assertThat(matcher.behind(organization)).map(Partner::id).contains("beta-health");
        assertThat(matcher.payer(new Reference("Organization/77"), id -> Optional.of(organization)))
                .map(Partner::id)
                .contains("beta-health");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PAY01, Acme Health, acme-health",
                "pay01, ACME HEALTH, acme-health",
                "PAY01, Acme Health PPO, acme-health",
                "PAY01, PAY01, acme-health",
                "PAY01, -, acme-health",
                "PAY01, Quite Another Plan, -",
                "3, Acme Health, -",
                "-, Acme Health, -"
            })
    void a_number_that_only_the_sender_knows_counts_together_with_the_name(String value, String name, String payer) {
        assertThat(matcher.behind(organization(LOCAL, value, name)).map(Partner::id))
                .isEqualTo(Optional.ofNullable(payer));
    }

    @Test
    void what_names_two_payers_names_none() {
        Organization both = organization(NAIC, "PAY01", "Acme Health");
        both.addIdentifier().setSystem(NAIC).setValue("PAY02");
        assertThat(matcher.behind(both)).isEmpty();
    }

    @Test
    void a_partner_that_is_no_payer_never_pays() {
        assertThat(matcher.behind(organization(Payers.NPI, "1093817465", "Mercy Hospital")))
                .isEmpty();
    }

    private Optional<String> matched(Reference payor) {
        return matcher.payer(payor, id -> Optional.empty()).map(Partner::id);
    }

    private static Organization organization(String system, String value, String name) {
        Organization organization = new Organization().setName(name);
        organization.addIdentifier().setSystem(system).setValue(value);
        return organization;
    }
}
