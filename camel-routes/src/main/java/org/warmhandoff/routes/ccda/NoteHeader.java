package org.warmhandoff.routes.ccda;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerIdentifier;

/** The header of a Consultation Note in the order of the CDA schema (US Realm Header, 2.16.840.1.113883.10.20.22.1.1). */
final class NoteHeader {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);
    private static final String ASSIGNERS = Canonical.BASE + "/assigner/";

    private final ConsultationNote note;
    private final CdaOut out;

    NoteHeader(ConsultationNote note, CdaOut out) {
        this.note = note;
        this.out = out;
    }

    void write() {
        out.empty("realmCode", "code", "US");
        out.empty("typeId", "root", "2.16.840.1.113883.1.3", "extension", "POCD_HD000040");
        out.empty("templateId", "root", Templates.ROOT + "1.1", "extension", "2015-08-01");
        out.empty("templateId", "root", Templates.ROOT + "1.4", "extension", "2015-08-01");
        out.empty("id", "root", note.id().toString());
        out.empty("code", "code", "11488-4", "codeSystem", NoteBody.LOINC, "displayName", "Consult note");
        out.text("title", "Referral status");
        out.empty("effectiveTime", "value", time());
        out.empty(
                "confidentialityCode",
                "code",
                note.carriage().noticed() ? "R" : "N",
                "codeSystem",
                "2.16.840.1.113883.5.25");
        out.empty("languageCode", "code", "en-US");
        recordTarget(note.referral().patient());
        author();
        custodian(note.referral().performer());
        informationRecipient(note.referral().requester());
        Ii order = Roots.of(note.referral().placer());
        out.open("inFulfillmentOf").open("order");
        id(order);
        out.close().close();
        componentOf();
    }

    private String time() {
        return TIME.format(note.at());
    }

    private void id(Ii id) {
        if (id.extension().isEmpty()) {
            out.empty("id", "root", id.root());
        } else {
            out.empty("id", "root", id.root(), "extension", id.extension());
        }
    }

    private void unknown(String... elements) {
        for (String element : elements) {
            out.empty(element, "nullFlavor", "NI");
        }
    }

    private void recordTarget(Patient patient) {
        out.open("recordTarget").open("patientRole");
        long numbers = patient.getIdentifier().stream()
                .filter(this::told)
                .peek(one -> id(Roots.of(one)))
                .count();
        if (numbers == 0) {
            unknown("id");
        }
        patient.getAddress().stream().limit(1).forEach(this::address);
        if (!patient.hasAddress()) {
            unknown("addr");
        }
        unknown("telecom");
        out.open("patient");
        patient.getName().stream().limit(1).forEach(this::name);
        if (!patient.hasName()) {
            unknown("name");
        }
        gender(patient.hasGender() ? patient.getGender() : AdministrativeGender.UNKNOWN);
        if (patient.hasBirthDate()) {
            String birth = patient.getBirthDateElement().getValueAsString().replace("-", "");
            out.empty("birthTime", "value", birth);
        } else {
            unknown("birthTime");
        }
        // The template requires both; the requester knows them better than we do.
        out.empty("raceCode", "nullFlavor", "UNK").empty("ethnicGroupCode", "nullFlavor", "UNK");
        out.close().close().close();
    }

    /** Numbers from another partner's own systems were never the requester's to know. */
    private boolean told(Identifier identifier) {
        String system = identifier.hasSystem() ? identifier.getSystem() : "";
        String own = ASSIGNERS + note.referral().requester().id();
        boolean foreign = system.startsWith(ASSIGNERS) && !system.equals(own) && !system.startsWith(own + "/");
        return identifier.hasValue() && !foreign && !system.equals(CodeSystems.US_SSN);
    }

    private void name(HumanName name) {
        out.open("name");
        for (StringType given : name.getGiven()) {
            out.text("given", given.getValueNotNull());
        }
        if (name.hasFamily()) {
            out.text("family", name.getFamily());
        }
        out.close();
    }

    private void address(Address address) {
        out.open("addr");
        address.getLine().forEach(line -> out.text("streetAddressLine", line.getValueNotNull()));
        if (address.hasCity()) {
            out.text("city", address.getCity());
        }
        if (address.hasState()) {
            out.text("state", address.getState());
        }
        if (address.hasPostalCode()) {
            out.text("postalCode", address.getPostalCode());
        }
        if (address.hasCountry()) {
            out.text("country", address.getCountry());
        }
        out.close();
    }

    private void gender(AdministrativeGender gender) {
        switch (gender) {
            case MALE -> gender("M");
            case FEMALE -> gender("F");
            case OTHER -> gender("UN");
            case UNKNOWN, NULL -> out.empty("administrativeGenderCode", "nullFlavor", "UNK");
        }
    }

    private void gender(String code) {
        out.empty("administrativeGenderCode", "code", code, "codeSystem", "2.16.840.1.113883.5.1");
    }

    /** The programme says it, this server writes it down. */
    private void author() {
        out.open("author").empty("time", "value", time()).open("assignedAuthor");
        out.empty(
                "id",
                "root",
                Roots.oid(Canonical.BASE),
                "extension",
                note.referral().taskId());
        unknown("addr", "telecom");
        out.open("assignedAuthoringDevice");
        out.text("manufacturerModelName", "Warm Handoff").text("softwareName", "Warm Handoff");
        out.close();
        out.open("representedOrganization");
        organization(note.referral().performer());
        out.close().close().close();
    }

    private void custodian(Partner partner) {
        out.open("custodian").open("assignedCustodian").open("representedCustodianOrganization");
        organization(partner);
        unknown("telecom", "addr");
        out.close().close().close();
    }

    private void informationRecipient(Partner partner) {
        out.open("informationRecipient").open("intendedRecipient").open("receivedOrganization");
        organization(partner);
        out.close().close().close();
    }

    private void organization(Partner partner) {
        out.empty("id", "root", Roots.oid(Canonical.PARTNER), "extension", partner.id());
        for (PartnerIdentifier identifier : partner.identifiers()) {
            id(Roots.of(new Identifier().setSystem(identifier.system()).setValue(identifier.value())));
        }
        out.text("name", partner.name());
    }

    /** The encounter is the course of treatment, where that may be told; else only this notice. */
    private void componentOf() {
        out.open("componentOf").open("encompassingEncounter");
        out.empty("id", "nullFlavor", "NI");
        ConsultationNote.Course course = note.course();
        if (course == null || course.admitted().isEmpty()) {
            out.empty("effectiveTime", "value", time());
        } else {
            out.open("effectiveTime");
            out.empty("low", "value", date(course.admitted()));
            if (!course.discharged().isEmpty()) {
                out.empty("high", "value", date(course.discharged()));
            }
            out.close();
        }
        out.close().close();
    }

    private static String date(String fhir) {
        return fhir.substring(0, Math.min(10, fhir.length())).replace("-", "");
    }
}
