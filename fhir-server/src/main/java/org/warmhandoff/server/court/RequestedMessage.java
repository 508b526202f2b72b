package org.warmhandoff.server.court;

import static org.warmhandoff.profiles.BusinessStatus.ADMITTED;
import static org.warmhandoff.profiles.BusinessStatus.CANCELLED;
import static org.warmhandoff.profiles.BusinessStatus.CLOSED_COMPLETED;
import static org.warmhandoff.profiles.BusinessStatus.CLOSED_LEFT;
import static org.warmhandoff.profiles.BusinessStatus.CLOSED_TRANSFERRED;
import static org.warmhandoff.profiles.BusinessStatus.DECLINED;
import static org.warmhandoff.profiles.BusinessStatus.DISCHARGE_PENDING;
import static org.warmhandoff.profiles.BusinessStatus.EXPIRED;
import static org.warmhandoff.profiles.BusinessStatus.INTAKE_MISSED;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.server.referral.ReferralRecord;

/**
 * What staff may have sent to a court, again or in the first place: only what the state of the referral makes true. That a
 * consent ended is told by itself.
 */
final class RequestedMessage {

    private static final Map<CourtMessageType, Set<BusinessStatus>> TRUE_WHEN = new EnumMap<>(CourtMessageType.class);

    static {
        Set<BusinessStatus> always = EnumSet.complementOf(EnumSet.of(BusinessStatus.CREATED));
        Set<BusinessStatus> stay = EnumSet.of(ADMITTED, DISCHARGE_PENDING);
        Set<BusinessStatus> since = EnumSet.of(CLOSED_COMPLETED, CLOSED_LEFT, CLOSED_TRANSFERRED);
        since.addAll(stay);
        TRUE_WHEN.put(CourtMessageType.REFERRAL_ACK, always);
        TRUE_WHEN.put(CourtMessageType.ENROLMENT_NOTICE, since);
        TRUE_WHEN.put(CourtMessageType.INTAKE_NO_SHOW, EnumSet.of(INTAKE_MISSED));
        TRUE_WHEN.put(CourtMessageType.PROGRESS_REPORT, always);
        TRUE_WHEN.put(CourtMessageType.ATTENDANCE_REPORT, since);
        TRUE_WHEN.put(CourtMessageType.DRUG_TEST_RESULT, since);
        TRUE_WHEN.put(CourtMessageType.NON_COMPLIANCE_NOTICE, stay);
        TRUE_WHEN.put(CourtMessageType.LEVEL_OF_CARE_CHANGE, stay);
        TRUE_WHEN.put(CourtMessageType.PHASE_COMPLETION, stay);
        TRUE_WHEN.put(CourtMessageType.COMPLETION_CERTIFICATE, EnumSet.of(CLOSED_COMPLETED));
        TRUE_WHEN.put(CourtMessageType.UNSUCCESSFUL_DISCHARGE, EnumSet.of(CLOSED_LEFT));
        TRUE_WHEN.put(CourtMessageType.TRANSFER, EnumSet.of(CLOSED_TRANSFERRED));
        TRUE_WHEN.put(CourtMessageType.DEATH, EnumSet.of(CLOSED_LEFT));
    }

    private RequestedMessage() {}

    /**
     * @param code null: a progress report
     * @param deceased whether that is how the referral closed
     */
    static CourtMessageType of(@Nullable String code, ReferralRecord referral, boolean phaseGiven, boolean deceased) {
        CourtMessageType type = code == null
                ? CourtMessageType.PROGRESS_REPORT
                : CourtMessageType.ofCode(code)
                        .filter(TRUE_WHEN::containsKey)
                        .orElseThrow(() -> new UnprocessableEntityException("The type must be one of " + known()));
        boolean otherwise = type == CourtMessageType.DEATH && !deceased
                || type == CourtMessageType.UNSUCCESSFUL_DISCHARGE && deceased;
        if (otherwise || !TRUE_WHEN.getOrDefault(type, Set.of()).contains(referral.state())) {
            throw new UnprocessableEntityException("A message of the type " + type.code()
                    + " would not be true of a referral that is "
                    + referral.state().code() + ".");
        }
        if (type == CourtMessageType.PHASE_COMPLETION && !phaseGiven) {
            throw new UnprocessableEntityException("The phase that was completed must be given.");
        }
        return type;
    }

    /** What a receipt says of a referral that ended without treatment. */
    static Map<String, String> details(ReferralRecord referral) {
        boolean ended = Set.of(DECLINED, CANCELLED, EXPIRED).contains(referral.state());
        Map<String, String> details = new HashMap<>();
        if (ended) {
            details.put(ReportDetails.OUTCOME, referral.state().code());
        }
        return details;
    }

    private static String known() {
        return TRUE_WHEN.keySet().stream().map(CourtMessageType::code).collect(Collectors.joining(", "));
    }
}
