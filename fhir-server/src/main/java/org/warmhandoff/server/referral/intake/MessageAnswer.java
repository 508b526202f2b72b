package org.warmhandoff.server.referral.intake;

import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.referral.ReferralIntake;

/** The response message of {@code $process-message} (FHIR R4, 2.4 Messaging): received, and which Task it became. */
@Component
class MessageAnswer {

    private final Clock clock;
    private final String baseUrl;

    MessageAnswer(Clock clock, @Value("${warmhandoff.base-url}") String baseUrl) {
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    Bundle to(MessageHeader request, String controlId, ReferralIntake.Stored stored) {
        MessageHeader header = new MessageHeader();
        header.setId(UUID.randomUUID().toString());
        header.setEvent(request.getEvent());
        header.getSource().setName("Warm Handoff").setEndpoint(baseUrl + "/fhir");
        header.getResponse()
                .setIdentifier(request.hasId() ? request.getIdElement().getIdPart() : controlId)
                .setCode(ResponseType.OK);
        header.addFocus(new Reference("Task/" + stored.referral().ids().task()));
        Bundle answer = new Bundle().setType(BundleType.MESSAGE).setTimestamp(Date.from(clock.instant()));
        answer.addEntry()
                .setFullUrl("urn:uuid:" + header.getIdElement().getIdPart())
                .setResource(header);
        return answer;
    }
}
