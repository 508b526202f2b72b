package org.warmhandoff.routes.ccda;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.xml.XmlElement;

/** The header and the patient referral act (2.16.840.1.113883.10.20.22.4.140) to ServiceRequest. */
final class RequestMapper {

    /** HL7 v3 ActPriority. */
    private static final Map<String, ServiceRequestPriority> PRIORITY = Map.of(
            "R", ServiceRequestPriority.ROUTINE,
            "UR", ServiceRequestPriority.URGENT,
            "A", ServiceRequestPriority.ASAP,
            "S", ServiceRequestPriority.STAT,
            "EM", ServiceRequestPriority.STAT);

    private final Reading reading;
    private final Clock clock;

    RequestMapper(Reading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    ServiceRequest map(XmlElement document) {
        Reading.Parties parties = reading.parties();
        ServiceRequest request = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setSubject(reading.patient())
                .setRequester(PartnerIds.to(parties.sender()));
        request.addIdentifier(parties.placer().copy());
        request.addPerformer(PartnerIds.to(parties.receiver()));
        request.addCategory(new CodeableConcept(
                new Coding(CodeSystems.REFERRAL_KIND, parties.sender().kind().referralKind(), null)));
        request.setPriority(priority(document));
        request.setAuthoredOnElement(authored(document));
        return request;
    }

    private static ServiceRequestPriority priority(XmlElement document) {
        return Templates.below(document, "4.140")
                .map(act -> PRIORITY.get(act.at("priorityCode").attribute("code")))
                .filter(priority -> priority != null)
                .findFirst()
                .orElse(ServiceRequestPriority.ROUTINE);
    }

    /** A Task must say since when it waits. */
    private DateTimeType authored(XmlElement document) {
        DateTimeType written = reading.times().dateTime(document.at("effectiveTime"));
        if (written != null) {
            return written;
        }
        reading.notes().add("effectiveTime missing, dated by arrival");
        return new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)));
    }
}
