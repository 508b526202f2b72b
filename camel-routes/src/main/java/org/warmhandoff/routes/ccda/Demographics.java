package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.xml.XmlElement;

/** PN, AD and TEL: names, addresses and telecommunication (US Realm templates 2.16.840.1.113883.10.20.22.5.1 to 5.4). */
final class Demographics {

    private static final Map<String, NameUse> NAME_USES =
            Map.of("L", NameUse.OFFICIAL, "C", NameUse.OFFICIAL, "P", NameUse.NICKNAME, "ASGN", NameUse.USUAL);
    private static final Map<String, AddressUse> ADDRESS_USES = Map.of(
            "H", AddressUse.HOME,
            "HP", AddressUse.HOME,
            "HV", AddressUse.TEMP,
            "TMP", AddressUse.TEMP,
            "WP", AddressUse.WORK,
            "BAD", AddressUse.OLD);
    private static final Map<String, ContactPointUse> TELECOM_USES = Map.of(
            "H", ContactPointUse.HOME,
            "HP", ContactPointUse.HOME,
            "HV", ContactPointUse.TEMP,
            "WP", ContactPointUse.WORK,
            "MC", ContactPointUse.MOBILE);
    private static final Map<String, ContactPointSystem> SCHEMES = Map.of(
            "tel", ContactPointSystem.PHONE,
            "fax", ContactPointSystem.FAX,
            "mailto", ContactPointSystem.EMAIL,
            "http", ContactPointSystem.URL,
            "https", ContactPointSystem.URL,
            "sms", ContactPointSystem.SMS);

    private Demographics() {}

    static List<HumanName> names(XmlElement person) {
        return nonNull(person.children("name").map(Demographics::name));
    }

    static @Nullable HumanName name(XmlElement pn) {
        HumanName name = new HumanName().setUse(NAME_USES.get(firstWord(pn.attribute("use"))));
        pn.children("given")
                .map(XmlElement::text)
                .filter(part -> !part.isEmpty())
                .forEach(name::addGiven);
        pn.children("prefix")
                .map(XmlElement::text)
                .filter(part -> !part.isEmpty())
                .forEach(name::addPrefix);
        pn.children("suffix")
                .map(XmlElement::text)
                .filter(part -> !part.isEmpty())
                .forEach(name::addSuffix);
        XmlElement family = pn.at("family");
        if (!family.text().isEmpty()) {
            name.setFamily(family.text());
        }
        if (family.attribute("qualifier").equals("BR")) {
            name.setUse(NameUse.MAIDEN);
        }
        if (!name.hasFamily() && !name.hasGiven()) {
            return pn.text().isEmpty() ? null : name.setText(pn.text());
        }
        return name;
    }

    static List<Address> addresses(XmlElement owner) {
        return nonNull(owner.children("addr").map(Demographics::address));
    }

    private static @Nullable Address address(XmlElement ad) {
        Address address = new Address();
        ad.children("streetAddressLine")
                .map(XmlElement::text)
                .filter(line -> !line.isEmpty())
                .forEach(address::addLine);
        address.setCity(part(ad, "city"));
        address.setDistrict(part(ad, "county"));
        address.setState(part(ad, "state"));
        address.setPostalCode(part(ad, "postalCode"));
        address.setCountry(part(ad, "country"));
        return address.isEmpty() ? null : address.setUse(ADDRESS_USES.get(firstWord(ad.attribute("use"))));
    }

    private static @Nullable String part(XmlElement ad, String name) {
        String text = ad.at(name).text();
        return text.isEmpty() ? null : text;
    }

    static List<ContactPoint> telecoms(XmlElement owner) {
        return nonNull(owner.children("telecom").map(Demographics::telecom));
    }

    private static @Nullable ContactPoint telecom(XmlElement tel) {
        String value = tel.attribute("value");
        int colon = value.indexOf(':');
        ContactPointSystem system =
                colon < 0 ? null : SCHEMES.get(value.substring(0, colon).toLowerCase(Locale.ROOT));
        boolean url = system == ContactPointSystem.URL;
        String number =
                system == null || url ? value : value.substring(colon + 1).strip();
        if (number.isEmpty()) {
            return null;
        }
        if (system == null) {
            system = number.indexOf('@') > 0 ? ContactPointSystem.EMAIL : ContactPointSystem.PHONE;
        }
        return new ContactPoint()
                .setSystem(system)
                .setValue(number)
                .setUse(TELECOM_USES.get(firstWord(tel.attribute("use"))));
    }

    /** Uses are sets; the first tells most. */
    private static String firstWord(String uses) {
        int blank = uses.indexOf(' ');
        return blank < 0 ? uses : uses.substring(0, blank);
    }

    private static <T> List<T> nonNull(Stream<@Nullable T> values) {
        return values.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
