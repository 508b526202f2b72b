package org.warmhandoff.server.court;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.court.CourtCase;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.routes.court.Recommendation;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/** {@code POST ServiceRequest/[id]/$court-report}: has a report or notice made and sent to the court of the case. */
@Component
public class CourtReportProvider {

    private final ReferralRegister register;
    private final ResourceStore store;
    private final CourtNotices notices;
    private final DeliveryQueue deliveries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CourtReportProvider(
            ReferralRegister register,
            ResourceStore store,
            CourtNotices notices,
            DeliveryQueue deliveries,
            TransactionTemplate transaction,
            Clock clock) {
        this.register = register;
        this.transaction = transaction;
        this.store = store;
        this.notices = notices;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * @param type of the message ({@code CodeSystem/court-message}), else a progress report
     * @param period reported on, or {@code start} and {@code end}; else since enrolment
     * @param phase of the court's programme; needed to tell of its completion
     * @param recommendation continue, step-up, step-down or discharge
     * @return {@code delivery} (its number) and {@code status}; 404 no referral, 422 no court case or a wrong parameter
     */
    @Operation(name = "$court-report", typeName = "ServiceRequest")
    public Parameters report(
            @IdParam IdType id,
            @OperationParam(name = CourtNotices.TYPE) @Nullable CodeType type,
            @OperationParam(name = "period") @Nullable Period period,
            @OperationParam(name = ReportDetails.START) @Nullable DateType start,
            @OperationParam(name = ReportDetails.END) @Nullable DateType end,
            @OperationParam(name = ReportDetails.PHASE) @Nullable StringType phase,
            @OperationParam(name = ReportDetails.RECOMMENDATION) @Nullable CodeType recommendation) {
        ReferralRecord referral =
                register.byRequest(id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
        CourtMessageType wanted =
                RequestedMessage.of(type == null ? null : type.getValue(), referral, phase != null, deceased(referral));
        Partner court = court(referral);
        Map<String, String> details = RequestedMessage.details(referral);
        putPeriod(details, first(start, period), last(end, period));
        put(details, ReportDetails.PHASE, phase);
        put(details, ReportDetails.RECOMMENDATION, checked(recommendation));
        String occasion = id.getIdPart() + "/" + clock.instant().toEpochMilli();
        long delivery = Objects.requireNonNull(
                transaction.execute(status -> notices.order(court, referral, wanted, details, occasion)));
        String state = deliveries
                .find(delivery)
                .map(found -> found.state().name().toLowerCase(Locale.ROOT))
                .orElse("ready");
        return new Parameters()
                .addParameter("delivery", String.valueOf(delivery))
                .addParameter("status", state);
    }

    private static @Nullable DateType first(@Nullable DateType start, @Nullable Period period) {
        return start == null && period != null && period.hasStart() ? new DateType(period.getStart()) : start;
    }

    private static @Nullable DateType last(@Nullable DateType end, @Nullable Period period) {
        return end == null && period != null && period.hasEnd() ? new DateType(period.getEnd()) : end;
    }

    private boolean deceased(ReferralRecord referral) {
        return store.read(Task.class, referral.ids().task())
                .filter(CourtNotices::deceased)
                .isPresent();
    }

    private Partner court(ReferralRecord referral) {
        Optional<CourtCase> courtCase =
                store.read(ServiceRequest.class, referral.ids().request()).flatMap(CourtCase::of);
        return courtCase
                .flatMap(found -> notices.court(found, referral))
                .orElseThrow(() -> new UnprocessableEntityException(
                        "The referral has no court-case with a docket and a court that can be sent to."));
    }

    private static void putPeriod(Map<String, String> details, @Nullable DateType start, @Nullable DateType end) {
        if (start == null != (end == null)) {
            throw new UnprocessableEntityException("A reporting period needs start and end.");
        }
        if (start != null && end != null && end.getValue().before(start.getValue())) {
            throw new UnprocessableEntityException("The reporting period ends before it starts.");
        }
        put(details, ReportDetails.START, start);
        put(details, ReportDetails.END, end);
    }

    private static @Nullable CodeType checked(@Nullable CodeType recommendation) {
        boolean known = recommendation == null
                || Arrays.stream(Recommendation.values())
                        .anyMatch(value -> value.code().equals(recommendation.getValue()));
        if (!known) {
            throw new UnprocessableEntityException(
                    "The recommendation must be continue, step-up, step-down or discharge.");
        }
        return recommendation;
    }

    private static void put(Map<String, String> details, String name, @Nullable PrimitiveType<?> value) {
        if (value != null && value.hasValue()) {
            details.put(name, value.getValueAsString());
        }
    }
}
