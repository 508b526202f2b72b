package org.warmhandoff.routes.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;
import org.warmhandoff.routes.fuzz.Storable;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.xml.SafeXml;

/** Any C-CDA is refused or becomes a referral that can be stored; the note that answers it is well-formed. */
class CcdaFuzzTest {

    static Stream<byte[]> documents() {
        return Stream.concat(Seeds.own("ccda", ".xml"), Seeds.real("ccda", ".xml"));
    }

    @MethodSource("documents")
    @FuzzTest
    void any_document_is_refused_or_stored_and_answered(byte[] document) throws Exception {
        Bounded.inTime(() -> check(document));
    }

    private static void check(byte[] document) {
        CcdaReferralReader.Arrived arrived = Documents.READER.arrive("mercy", "text/xml;recipient=sunrise", document);

        if (arrived.controlId() != null) {
            Storable.check(arrived.controlId());
        }
        if (arrived.read() instanceof ReadReferral.Usable usable) {
            Storable.check(usable.message());
            checkNote(usable.message());
        }
    }

    private static void checkNote(ReferralMessage message) {
        ConsultationNote note = new ConsultationNote(
                UUID.fromString("5f6bd9a4-3f7f-3b4e-8a55-6a0b39c9a001"),
                Instant.parse("2026-11-24T15:00:00Z"),
                new ConsultationNote.Referral(
                        Documents.only(message, ServiceRequest.class).getIdentifierFirstRep(),
                        "1234",
                        Documents.MERCY,
                        Documents.SUNRISE,
                        Documents.only(message, Patient.class)),
                BusinessStatus.ACCEPTED,
                null,
                Carriage.ofNotice());

        byte[] written = new ConsultationNoteWriter().write(note);

        assertThat(SafeXml.read(written)).isInstanceOf(SafeXml.Read.Document.class);
        assertThat(Opened.of(written)).isInstanceOf(Opened.Unfit.class);
        assertThat(((SafeXml.Read.Document) SafeXml.read(written)).root().all("recordTarget"))
                .hasSize(1);
    }
}
