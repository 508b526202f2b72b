package org.warmhandoff.server.consent;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/** {@code POST Consent/[id]/$revoke} and {@code $end}: staff notes that a consent is over before its date. */
@Component
public class ConsentOperations {

    private static final int DAY = 10;

    private final ConsentLifecycle lifecycle;
    private final ConsentHolders holders;
    private final ResourceStore store;
    private final Workforce workforce;
    private final Clock clock;

    ConsentOperations(
            ConsentLifecycle lifecycle, ConsentHolders holders, ResourceStore store, Workforce workforce, Clock clock) {
        this.lifecycle = lifecycle;
        this.holders = holders;
        this.store = store;
        this.workforce = workforce;
        this.clock = clock;
    }

    /**
     * @param reason required
     * @param date when it was revoked, else now
     * @param by who revoked, else the patient
     * @param manner {@code written}, else {@code oral}
     * @return the Consent as {@code return}, and as {@code holder} who received what on it: that stays disclosed. 404 no such
     *     Consent, 422 not revocable
     */
    @Operation(name = "$revoke", typeName = "Consent")
    public Parameters revoke(
            @IdParam IdType id,
            @OperationParam(name = "reason") @Nullable CodeableConcept reason,
            @OperationParam(name = "date") @Nullable DateTimeType date,
            @OperationParam(name = "by") @Nullable Reference by,
            @OperationParam(name = "manner") @Nullable CodeType manner) {
        String who = workforce.member().name();
        Consent consent =
                store.read(Consent.class, id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
        DateTimeType at = date == null || !date.hasValue() ? SignedConsentGuard.instant(clock.instant()) : date;
        Reference revoker = by == null || by.isEmpty() ? consent.getPatient().copy() : by;
        Consent revoked = answer(
                id,
                lifecycle.revoke(
                        id.getIdPart(),
                        new ConsentLifecycle.Revocation(at, revoker, List.of(given(reason), mannerOf(manner)), who)));
        return holders.addTo(returned(revoked), id.getIdPart());
    }

    /**
     * The event that ends a consent has occurred.
     *
     * @param date the day, else today
     * @param reason what is noted of it
     */
    @Operation(name = "$end", typeName = "Consent")
    public Parameters end(
            @IdParam IdType id,
            @OperationParam(name = "date") @Nullable DateTimeType date,
            @OperationParam(name = "reason") @Nullable CodeableConcept reason) {
        String who = workforce.member().name();
        DateTimeType day = new DateTimeType(
                date == null || !date.hasValue()
                        ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString()
                        : day(date));
        List<CodeableConcept> reasons = new ArrayList<>();
        if (reason != null && !reason.isEmpty()) {
            reasons.add(reason);
        }
        return returned(answer(id, lifecycle.ended(id.getIdPart(), day, reasons, who)));
    }

    private static String day(DateTimeType date) {
        String said = date.getValueAsString();
        if (said.length() < DAY) {
            throw new UnprocessableEntityException("The day of the event is needed.");
        }
        return said.substring(0, DAY);
    }

    private static CodeableConcept given(@Nullable CodeableConcept reason) {
        if (reason == null || reason.isEmpty()) {
            throw new UnprocessableEntityException("A reason is required; text will do.");
        }
        return reason;
    }

    private static CodeableConcept mannerOf(@Nullable CodeType manner) {
        String code = manner == null || !manner.hasValue() ? "written" : manner.getValue();
        return switch (code) {
            case "written" -> new CodeableConcept().setText("Revoked in writing");
            case "oral" -> new CodeableConcept().setText("Revoked orally");
            default -> throw new UnprocessableEntityException("The manner must be written or oral.");
        };
    }

    private static Consent answer(IdType id, ConsentLifecycle.Outcome outcome) {
        if (outcome instanceof ConsentLifecycle.Outcome.Done done) {
            return done.consent();
        } else if (outcome instanceof ConsentLifecycle.Outcome.Refused refused) {
            throw new UnprocessableEntityException(refused.reason());
        }
        throw new ResourceNotFoundException(id);
    }

    private static Parameters returned(Consent consent) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("return").setResource(consent);
        return answer;
    }
}
