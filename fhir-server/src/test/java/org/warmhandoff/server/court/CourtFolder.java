package org.warmhandoff.server.court;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.warmhandoff.routes.files.FileReceipt;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.timers.RecurringWork;

/** The folder of County Treatment Court, and orders of invented data on a docket of the test's own. */
final class CourtFolder {

    final TestServer server = TestServer.shared();
    final String number = UUID.randomUUID().toString().substring(0, 8);
    final String docket = "CR-" + number;
    final String order = "ORD-" + number;

    private int messages;

    Path path() {
        return server.dataDirectory().resolve("court-inbox");
    }

    /** Puts a file into the folder and has it looked into until it is settled there. */
    void put(String name, String content) {
        try {
            Files.createDirectories(path());
            Files.writeString(path().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        look();
        look();
    }

    void look() {
        server.bean(RecurringWork.class, "filePolling").run();
    }

    FileReceipt receipt(String file) {
        try {
            return FileReceipt.read(Files.readAllBytes(path().resolve(file))).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param rest what stands between the case and the end */
    String message(String kind, String rest) {
        return """
               <co:CourtOrderMessage xmlns:co="https://warmhandoff.org/fhir/court/order/1.0"
                   xmlns:nc="http://release.niem.gov/niem/niem-core/4.0/"
                   xmlns:j="http://release.niem.gov/niem/domains/jxdm/6.1/">
                 <nc:DocumentIdentification>
                   <nc:IdentificationID>MSG-%s-%d</nc:IdentificationID>
                 </nc:DocumentIdentification>
                 <nc:DocumentCategoryText>%s</nc:DocumentCategoryText>
                 <nc:DocumentPostDate><nc:DateTime>2026-11-23T09:30:00-06:00</nc:DateTime></nc:DocumentPostDate>
                 <j:CaseCourt>
                   <nc:OrganizationIdentification>
                     <nc:IdentificationID>county-court</nc:IdentificationID>
                   </nc:OrganizationIdentification>
                 </j:CaseCourt>
                 <nc:Case><nc:CaseDocketID>%s</nc:CaseDocketID></nc:Case>
                 %s
               </co:CourtOrderMessage>
               """
                .formatted(number, ++messages, kind, docket, rest);
    }

    /** A new order; with the signed release or without. */
    String order(boolean released) {
        String participant =
                """
                <co:Participant>
                  <co:CourtParticipantID>TC-%s</co:CourtParticipantID>
                  <nc:PersonName>
                    <nc:PersonGivenName>Casey</nc:PersonGivenName>
                    <nc:PersonSurName>Quillfeather%s</nc:PersonSurName>
                  </nc:PersonName>
                  <nc:PersonBirthDate><nc:Date>1994-03-02</nc:Date></nc:PersonBirthDate>
                  <j:PersonSexCode>F</j:PersonSexCode>
                </co:Participant>
                <co:Order>
                  <co:OrderID>%s</co:OrderID>
                  <co:PriorityCode>urgent</co:PriorityCode>
                  <co:HoursPerWeek>9</co:HoursPerWeek>
                </co:Order>
                <co:Hearing><nc:Date>2026-12-15</nc:Date></co:Hearing>
                """
                        .formatted(number, number, order);
        return message("court-order-treatment", participant + (released ? release() : ""));
    }

    String release() {
        String pdf = Base64.getEncoder().encodeToString("%PDF-1.4 invented".getBytes(StandardCharsets.UTF_8));
        return """
               <co:Release>
                 <co:SignedDate>2026-01-21</co:SignedDate>
                 <co:ExpirationDate>2099-06-30</co:ExpirationDate>
                 <co:RevocableAfterDate>2099-06-30</co:RevocableAfterDate>
               </co:Release>
               <co:Document>
                 <nc:DocumentCategoryText>release-of-information</nc:DocumentCategoryText>
                 <nc:Attachment>
                   <nc:Base64BinaryObject>%s</nc:Base64BinaryObject>
                   <nc:BinaryFormatText>application/pdf</nc:BinaryFormatText>
                 </nc:Attachment>
               </co:Document>
               """
                .formatted(pdf);
    }
}
