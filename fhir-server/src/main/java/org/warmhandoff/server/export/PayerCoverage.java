package org.warmhandoff.server.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;

/**
 * One Coverage by one payer partner.
 *
 * @param active whether it makes its beneficiary a member while its period lasts
 * @param start the beginning of its period as written, null when it has none
 * @param end the end of its period as written, null when it has none
 */
record PayerCoverage(
        String payer,
        String patientId,
        boolean active,
        CoveredPeriod covered,
        @Nullable String start,
        @Nullable String end) {

    private static final Set<CoverageStatus> PAYERS_OWN =
            EnumSet.of(CoverageStatus.ACTIVE, CoverageStatus.CANCELLED, CoverageStatus.DRAFT);

    /** What a Coverage says about payer partners: nothing when it was entered in error or none of them pays. */
    static List<PayerCoverage> of(
            Coverage coverage, PayerMatcher matcher, Function<String, Optional<Organization>> organizations) {
        var beneficiary = coverage.getBeneficiary().getReferenceElement();
        if (!PAYERS_OWN.contains(coverage.getStatus())
                || !"Patient".equals(beneficiary.getResourceType())
                || !beneficiary.hasIdPart()) {
            return List.of();
        }
        Period period = coverage.getPeriod();
        return coverage.getPayor().stream()
                .flatMap(payor -> matcher.payer(payor, organizations).stream())
                .map(Partner::id)
                .distinct()
                .map(payer -> new PayerCoverage(
                        payer,
                        beneficiary.getIdPart(),
                        coverage.getStatus() == CoverageStatus.ACTIVE,
                        CoveredPeriod.of(period),
                        period.getStartElement().getValueAsString(),
                        period.getEndElement().getValueAsString()))
                .toList();
    }
}
