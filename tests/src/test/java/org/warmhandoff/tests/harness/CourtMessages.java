package org.warmhandoff.tests.harness;

import java.util.Base64;
import java.util.UUID;

/** What one court says of one case, as our XML and as ECF 5 filings; every message with an id of its own. */
public record CourtMessages(String court, String number) {

    private static final String PDF = Base64.getEncoder().encodeToString("%PDF-1.4 invented".getBytes());

    public static CourtMessages of(String court) {
        return new CourtMessages(court, UUID.randomUUID().toString().substring(0, 8));
    }

    public String docket() {
        return "CR-" + number;
    }

    /** The referral number: ECF has none but the docket. */
    public String order(boolean ecf) {
        return ecf ? docket() : "ORD-" + number;
    }

    public String family() {
        return "Quill" + number;
    }

    /** @param hearing as a date */
    public String order(String hearing, boolean released) {
        return xml(
                "court-order-treatment",
                """
                <co:Participant>
                  <co:CourtParticipantID>TC-%s</co:CourtParticipantID>
                  <nc:PersonName>
                    <nc:PersonGivenName>Casey</nc:PersonGivenName>
                    <nc:PersonSurName>%s</nc:PersonSurName>
                  </nc:PersonName>
                  <nc:PersonBirthDate><nc:Date>1994-03-02</nc:Date></nc:PersonBirthDate>
                  <j:PersonSexCode>F</j:PersonSexCode>
                </co:Participant>
                <co:Order><co:OrderID>%s</co:OrderID><co:HoursPerWeek>9</co:HoursPerWeek></co:Order>
                %s%s
                """
                        .formatted(number, family(), order(false), hearing(hearing), released ? release() : ""));
    }

    public String hearingNotice(String hearing) {
        return xml(
                "hearing-notice",
                "<co:Order><co:OrderID>" + order(false) + "</co:OrderID></co:Order>" + hearing(hearing));
    }

    public String modified(int hours) {
        return xml(
                "order-modified",
                "<co:Order><co:OrderID>" + order(false) + "</co:OrderID><co:HoursPerWeek>" + hours
                        + "</co:HoursPerWeek></co:Order>");
    }

    public String vacated() {
        return xml("order-vacated", "<co:Order><co:OrderID>" + order(false) + "</co:OrderID></co:Order>");
    }

    /** @param title of the lead document, which says what the filing is */
    public String filing(String title, String hearing) {
        return """
               <filing:FilingMessage xmlns:filing="https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/filing"
                   xmlns:ecf="https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/ecf"
                   xmlns:nc="http://release.niem.gov/niem/niem-core/4.0/"
                   xmlns:j="http://release.niem.gov/niem/domains/jxdm/6.1/">
                 <nc:DocumentIdentification>
                   <nc:IdentificationID>EFM-%s</nc:IdentificationID>
                 </nc:DocumentIdentification>
                 <j:CaseCourt>
                   <nc:OrganizationIdentification><nc:IdentificationID>%s</nc:IdentificationID></nc:OrganizationIdentification>
                 </j:CaseCourt>
                 <nc:DocumentPostDate><nc:DateTime>2026-11-23T14:20:47.0Z</nc:DateTime></nc:DocumentPostDate>
                 <filing:FilingConnectedDocument>%s</filing:FilingConnectedDocument>
                 <filing:FilingLeadDocument>%s</filing:FilingLeadDocument>
                 <nc:Case>
                   <j:CaseAugmentation>
                     <j:CaseCourtEvent><j:CourtEventSchedule>
                       <nc:ScheduleDate><nc:Date>%s</nc:Date></nc:ScheduleDate>
                     </j:CourtEventSchedule></j:CaseCourtEvent>
                   </j:CaseAugmentation>
                   <ecf:CaseAugmentation>
                     <ecf:CaseParty><nc:EntityPerson>
                       <nc:PersonBirthDate><nc:Date>1994-03-02</nc:Date></nc:PersonBirthDate>
                       <nc:PersonName>
                         <nc:PersonGivenName>Casey</nc:PersonGivenName><nc:PersonSurName>%s</nc:PersonSurName>
                       </nc:PersonName>
                       <j:PersonSexCode>F</j:PersonSexCode>
                       <ecf:PersonAugmentation>
                         <ecf:CaseParticipantRoleCode>Defendant</ecf:CaseParticipantRoleCode>
                         <ecf:ParticipantID><nc:IdentificationID>TC-%s</nc:IdentificationID></ecf:ParticipantID>
                       </ecf:PersonAugmentation>
                     </nc:EntityPerson></ecf:CaseParty>
                     <j:CaseNumberText>%s</j:CaseNumberText>
                   </ecf:CaseAugmentation>
                 </nc:Case>
               </filing:FilingMessage>
               """
                .formatted(
                        UUID.randomUUID(),
                        court,
                        document("Release of Information"),
                        document(title),
                        hearing,
                        family(),
                        number,
                        docket());
    }

    /** The clerk's answer to a filing of ours. */
    public static String docketed(String messageId, String status) {
        return """
               <docketcallback:NotifyDocketingCompleteMessage
                   xmlns:docketcallback="https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/docketcallback"
                   xmlns:ecf="https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/ecf"
                   xmlns:nc="http://release.niem.gov/niem/niem-core/4.0/">
                 <nc:DocumentIdentification>
                   <nc:IdentificationID>clerk-1</nc:IdentificationID>
                 </nc:DocumentIdentification>
                 <nc:DocumentIdentification>
                   <nc:IdentificationID>%s</nc:IdentificationID>
                   <nc:IdentificationSourceText>FilingAssembly</nc:IdentificationSourceText>
                 </nc:DocumentIdentification>
                 <ecf:FilingStatus>
                   <ecf:FilingDocketingStatusCode>%s</ecf:FilingDocketingStatusCode>
                 </ecf:FilingStatus>
               </docketcallback:NotifyDocketingCompleteMessage>
               """
                .formatted(messageId, status);
    }

    private String xml(String kind, String rest) {
        return """
               <co:CourtOrderMessage xmlns:co="https://warmhandoff.org/fhir/court/order/1.0"
                   xmlns:nc="http://release.niem.gov/niem/niem-core/4.0/"
                   xmlns:j="http://release.niem.gov/niem/domains/jxdm/6.1/">
                 <nc:DocumentIdentification>
                   <nc:IdentificationID>MSG-%s</nc:IdentificationID>
                 </nc:DocumentIdentification>
                 <nc:DocumentCategoryText>%s</nc:DocumentCategoryText>
                 <nc:DocumentPostDate><nc:DateTime>2026-11-23T09:30:00-06:00</nc:DateTime></nc:DocumentPostDate>
                 <j:CaseCourt>
                   <nc:OrganizationIdentification><nc:IdentificationID>%s</nc:IdentificationID></nc:OrganizationIdentification>
                 </j:CaseCourt>
                 <nc:Case><nc:CaseDocketID>%s</nc:CaseDocketID></nc:Case>
                 %s
               </co:CourtOrderMessage>
               """
                .formatted(UUID.randomUUID(), kind, court, docket(), rest);
    }

    private static String hearing(String date) {
        return "<co:Hearing><nc:Date>" + date + "</nc:Date></co:Hearing>";
    }

    private static String release() {
        return """
               <co:Release>
                 <co:SignedDate>2026-01-21</co:SignedDate>
                 <co:ExpirationDate>2099-06-30</co:ExpirationDate>
                 <co:RevocableAfterDate>2026-01-21</co:RevocableAfterDate>
               </co:Release>
               <co:Document>
                 <nc:DocumentCategoryText>release-of-information</nc:DocumentCategoryText>
                 <nc:Attachment>
                   <nc:Base64BinaryObject>%s</nc:Base64BinaryObject>
                   <nc:BinaryFormatText>application/pdf</nc:BinaryFormatText>
                 </nc:Attachment>
               </co:Document>
               """
                .formatted(PDF);
    }

    private static String document(String title) {
        return """
               <nc:DocumentCategoryText>%s</nc:DocumentCategoryText>
               <nc:DocumentEffectiveDate><nc:Date>2026-11-20</nc:Date></nc:DocumentEffectiveDate>
               <ecf:DocumentAugmentation><ecf:DocumentRendition><nc:Attachment>
                 <nc:Base64BinaryObject>%s</nc:Base64BinaryObject>
               </nc:Attachment></ecf:DocumentRendition></ecf:DocumentAugmentation>
               """
                .formatted(title, PDF);
    }
}
