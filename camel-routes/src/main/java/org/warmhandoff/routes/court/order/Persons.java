package org.warmhandoff.routes.court.order;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.court.order.CourtOrder.Address;
import org.warmhandoff.routes.court.order.CourtOrder.Participant;

/** Reads NIEM's person: name, birth date, sex, contact. Social Security, licence numbers and race are not read at all. */
final class Persons {

    private Persons() {}

    static Participant ofOrder(XmlElement participant) {
        return participant(participant, Texts.number(participant, "co:CourtParticipantID"), participant);
    }

    /** @param person {@code nc:EntityPerson} of a {@code ecf:CaseParty} */
    static Participant ofFiling(XmlElement person) {
        String number = Texts.number(person, "ecf:PersonAugmentation", "ecf:ParticipantID", "nc:IdentificationID");
        XmlElement contact = person.find("ecf:PersonAugmentation").orElse(person);
        return participant(person, number, contact);
    }

    private static Participant participant(XmlElement person, String number, XmlElement contact) {
        XmlElement name = person.find("nc:PersonName").orElse(null);
        return new Participant(
                number,
                name == null ? null : family(name),
                name == null ? List.of() : given(name),
                gender(person.text("j:PersonSexCode")),
                person.date("nc:PersonBirthDate"),
                phone(contact),
                address(contact));
    }

    private static @Nullable String family(XmlElement name) {
        String surname = name.textOrNull("nc:PersonSurName");
        return surname == null ? name.textOrNull("nc:PersonFullName") : surname;
    }

    private static List<String> given(XmlElement name) {
        return Stream.of("nc:PersonGivenName", "nc:PersonMiddleName")
                .map(name::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String gender(String sex) {
        return switch (sex.toUpperCase(Locale.ROOT)) {
            case "M" -> "male";
            case "F" -> "female";
            default -> "unknown";
        };
    }

    private static @Nullable String phone(XmlElement contact) {
        return contact.find("nc:ContactInformation", "nc:ContactTelephoneNumber")
                .flatMap(number -> number.read()
                        .filter(part -> part.name().equals("nc:TelephoneNumberFullID"))
                        .findFirst())
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static @Nullable Address address(XmlElement contact) {
        return contact.find("nc:ContactInformation", "nc:ContactMailingAddress")
                .map(address -> new Address(
                        address.textOrNull("nc:LocationStreet", "nc:StreetFullText"),
                        address.textOrNull("nc:LocationCityName"),
                        state(address),
                        address.textOrNull("nc:LocationPostalCode")))
                .orElse(null);
    }

    private static @Nullable String state(XmlElement address) {
        String code = address.textOrNull("nc:LocationStateUSPostalServiceCode");
        return code == null ? address.textOrNull("nc:LocationState", "nc:LocationStateName") : code;
    }
}
