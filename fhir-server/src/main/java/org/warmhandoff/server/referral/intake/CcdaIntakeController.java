package org.warmhandoff.server.referral.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.warmhandoff.routes.ccda.CcdaReferralReader;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.server.access.MessageDoor;

/**
 * {@code POST /ccda}: a C-CDA document, or an XDM package with one, becomes a referral. Kept before it is answered; 201
 * with the Task, 422 with the reason, 409 for another document under a known id, each as an OperationOutcome.
 */
@RestController
class CcdaIntakeController {

    /** As much as a package may have; a larger body is not read to its end. */
    private static final int LARGEST = 20 * 1024 * 1024;

    private final FhirIntake intake;
    private final CcdaReferralReader reader;
    private final MessageReader messages;
    private final CcdaAnswer answer;
    private final MessageDoor door;

    CcdaIntakeController(
            FhirIntake intake, CcdaReferralReader reader, MessageReader messages, CcdaAnswer answer, MessageDoor door) {
        this.door = door;
        this.intake = intake;
        this.reader = reader;
        this.messages = messages;
        this.answer = answer;
    }

    /** @param query who sends it, by partner id; so does the header. Without either, the document says it */
    @PostMapping(
            path = "/ccda",
            consumes = {
                "application/hl7-cda+xml",
                MediaType.TEXT_XML_VALUE,
                MediaType.APPLICATION_XML_VALUE,
                "application/zip"
            })
    ResponseEntity<String> receive(
            @RequestParam(name = "partner", required = false) @Nullable String query,
            @RequestHeader(name = "Partner", required = false) @Nullable String header,
            @RequestHeader("Content-Type") String contentType,
            HttpServletRequest request)
            throws IOException {
        door.mayPost();
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return answer.tooLarge();
        }
        String sender = query == null ? header == null ? "" : header.strip() : query.strip();
        return answer.to(intake.take(received(sender, contentType, body), answer::text));
    }

    private FhirIntake.Received received(String sender, String contentType, byte[] body) {
        CcdaReferralReader.Arrived arrived = reader.arrive(sender, contentType, body);
        String controlId = arrived.controlId() == null ? FhirIntake.digest(body) : arrived.controlId();
        String type = arrived.messageType() == null ? "unknown" : arrived.messageType();
        return new FhirIntake.Received(
                Dialect.CCDA, controlId, type, contentType, body, messages.fit(Dialect.CCDA, arrived.read()));
    }
}
