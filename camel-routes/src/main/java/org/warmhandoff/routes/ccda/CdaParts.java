package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;

/** FHIR data types as those of CDA: the way back of {@link Demographics}, {@link Concepts} and {@link Ii}. */
final class CdaParts {

    private static final Map<NameUse, String> NAMES =
            Map.of(NameUse.OFFICIAL, "L", NameUse.NICKNAME, "P", NameUse.USUAL, "ASGN");
    private static final Map<AddressUse, String> ADDRESSES =
            Map.of(AddressUse.HOME, "HP", AddressUse.TEMP, "TMP", AddressUse.WORK, "WP", AddressUse.OLD, "BAD");
    private static final Map<ContactPointUse, String> TELECOMS = Map.of(
            ContactPointUse.HOME,
            "HP",
            ContactPointUse.TEMP,
            "HV",
            ContactPointUse.WORK,
            "WP",
            ContactPointUse.MOBILE,
            "MC");
    private static final Map<ContactPointSystem, String> SCHEMES = Map.of(
            ContactPointSystem.PHONE, "tel:",
            ContactPointSystem.FAX, "fax:",
            ContactPointSystem.EMAIL, "mailto:",
            ContactPointSystem.SMS, "sms:",
            ContactPointSystem.URL, "");

    private final CdaOut out;

    CdaParts(CdaOut out) {
        this.out = out;
    }

    /** All but social security numbers; one without a value where none is left. */
    void ids(List<Identifier> identifiers) {
        List<Identifier> told = identifiers.stream()
                .filter(identifier -> identifier.hasValue() && !CodeSystems.US_SSN.equals(identifier.getSystem()))
                .toList();
        told.forEach(identifier -> id(Roots.of(identifier)));
        if (told.isEmpty()) {
            unknown("id");
        }
    }

    void id(Ii id) {
        if (id.isEmpty()) {
            unknown("id");
        } else if (id.extension().isEmpty()) {
            out.empty("id", "root", id.root());
        } else if (id.authority().isEmpty()) {
            out.empty("id", "root", id.root(), "extension", id.extension());
        } else {
            out.empty("id", "root", id.root(), "extension", id.extension(), "assigningAuthorityName", id.authority());
        }
    }

    void unknown(String... elements) {
        for (String element : elements) {
            out.empty(element, "nullFlavor", "NI");
        }
    }

    void name(HumanName name) {
        boolean maiden = name.getUse() == NameUse.MAIDEN;
        String use = name.hasUse() ? NAMES.get(name.getUse()) : null;
        if (use == null) {
            out.open("name");
        } else {
            out.open("name", "use", use);
        }
        texts("prefix", name.getPrefix());
        texts("given", name.getGiven());
        if (name.hasFamily()) {
            if (maiden) {
                out.text("family", name.getFamily(), "qualifier", "BR");
            } else {
                out.text("family", name.getFamily());
            }
        }
        texts("suffix", name.getSuffix());
        out.close();
    }

    private void texts(String element, List<StringType> texts) {
        texts.forEach(text -> out.text(element, text.getValueNotNull()));
    }

    void address(Address address) {
        String use = address.hasUse() ? ADDRESSES.get(address.getUse()) : null;
        if (use == null) {
            out.open("addr");
        } else {
            out.open("addr", "use", use);
        }
        texts("streetAddressLine", address.getLine());
        part("city", address.getCity());
        part("county", address.getDistrict());
        part("state", address.getState());
        part("postalCode", address.getPostalCode());
        part("country", address.getCountry());
        out.close();
    }

    private void part(String element, @Nullable String text) {
        if (text != null) {
            out.text(element, text);
        }
    }

    void telecom(ContactPoint point) {
        String scheme = point.hasSystem() ? SCHEMES.getOrDefault(point.getSystem(), "tel:") : "tel:";
        String use = point.hasUse() ? TELECOMS.get(point.getUse()) : null;
        if (use == null) {
            out.empty("telecom", "value", scheme + point.getValue());
        } else {
            out.empty("telecom", "use", use, "value", scheme + point.getValue());
        }
    }

    /** Addresses and numbers, each unknown where there are none: the US realm header asks for both. */
    void reach(List<Address> addresses, List<ContactPoint> points) {
        addresses.forEach(this::address);
        if (addresses.isEmpty()) {
            unknown("addr");
        }
        points.stream().filter(ContactPoint::hasValue).forEach(this::telecom);
        if (points.isEmpty()) {
            unknown("telecom");
        }
    }

    /** @param attributes more of the element, such as its type */
    void concept(String element, CodeableConcept concept, String... attributes) {
        List<Coding> codings =
                concept.getCoding().stream().filter(Coding::hasCode).toList();
        String[] first = codings.isEmpty() ? new String[] {"nullFlavor", "OTH"} : coded(codings.get(0));
        String[] all = new String[attributes.length + first.length];
        System.arraycopy(attributes, 0, all, 0, attributes.length);
        System.arraycopy(first, 0, all, attributes.length, first.length);
        if (!concept.hasText() && codings.size() < 2) {
            out.empty(element, all);
            return;
        }
        out.open(element, all);
        if (concept.hasText()) {
            out.text("originalText", concept.getText());
        }
        codings.stream().skip(1).forEach(coding -> out.empty("translation", coded(coding)));
        out.close();
    }

    private static String[] coded(Coding coding) {
        java.util.ArrayList<String> parts = new java.util.ArrayList<>(List.of("code", coding.getCode()));
        if (coding.hasSystem()) {
            String oid = Roots.oid(coding.getSystem());
            parts.addAll(List.of("codeSystem", oid));
            if (!Roots.authority(oid, coding.getSystem()).isEmpty()) {
                parts.addAll(List.of("codeSystemName", coding.getSystem()));
            }
        }
        if (coding.hasDisplay()) {
            parts.addAll(List.of("displayName", coding.getDisplay()));
        }
        return parts.toArray(String[]::new);
    }

    static String time(BaseDateTimeType time) {
        return org.warmhandoff.routes.hl7v2.datatype.Dtm.print(time.getValueAsString());
    }

    /** What a person reads: the text, else what the first code is called. */
    static String words(CodeableConcept concept) {
        if (concept.hasText()) {
            return concept.getText();
        }
        Coding first = concept.getCodingFirstRep();
        return first.hasDisplay() ? first.getDisplay() : first.hasCode() ? first.getCode() : "";
    }
}
