package org.warmhandoff.routes.matrix;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.*;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;

/** The parts of an invented referral that are about people; {@link InventedReferral} puts it together. */
abstract class Invented {

    static final String LOCAL = "https://warmhandoff.org/fhir/assigner/mercy";
    static final String SNOMED = "http://snomed.info/sct";
    static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    final Chance chance;
    final Set<String> without;
    final Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
    private int names;

    Invented(long seed, Set<String> without) {
        this.chance = new Chance(seed);
        this.without = without;
    }

    Reference add(Resource resource) {
        String url = "urn:uuid:00000000-0000-4000-8000-" + String.format("%012d", ++names);
        bundle.addEntry().setFullUrl(url).setResource(resource);
        return new Reference(url);
    }

    /** Adds as many as chance has it, or none of those that are left out. */
    void some(String type, int most, Runnable one) {
        int count = chance.upTo(most);
        for (int i = 0; i < count && !without.contains(type); i++) {
            one.run();
        }
    }

    void maybe(Runnable part) {
        if (chance.maybe()) {
            part.run();
        }
    }

    Coding coding(String system, String... codes) {
        Coding coding = new Coding().setSystem(system).setCode(chance.of(codes));
        return chance.maybe() ? coding.setDisplay(chance.text()) : coding;
    }

    static CodeableConcept fixed(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    /** One or two codings, with or without a text. */
    CodeableConcept concept(String system, String... codes) {
        CodeableConcept concept = new CodeableConcept(coding(system, codes));
        maybe(() -> concept.addCoding(
                coding(chance.of("http://example.org/codes", LOCAL, "urn:oid:2.999.7.1"), "x1", "y-2", "Z.3")));
        maybe(() -> concept.setText(chance.text()));
        return concept;
    }

    CodeableConcept snomed() {
        return concept(SNOMED, "75544000", "404684003", "306206005");
    }

    Identifier identifier() {
        return new Identifier()
                .setSystem(chance.of(
                        "urn:oid:2.999.4711.3",
                        LOCAL,
                        LOCAL + "/lab",
                        "http://example.org/ids",
                        "urn:uuid:6f1c8b1e-8f0e-4b8e-9f60-0a1b2c3d4e5f"))
                .setValue(chance.maybe() ? chance.number() : chance.text());
    }

    HumanName name() {
        HumanName name = new HumanName().setFamily(chance.text());
        chance.some(2, chance::text).forEach(name::addGiven);
        maybe(() -> name.addPrefix(chance.of("Dr.", "Mx")));
        chance.some(2, () -> chance.of("Jr", "MD", "III")).forEach(name::addSuffix);
        maybe(() -> name.setUse(
                chance.of(HumanName.NameUse.OFFICIAL, HumanName.NameUse.NICKNAME, HumanName.NameUse.MAIDEN)));
        return name;
    }

    Address address() {
        Address address = new Address().setCity(chance.text());
        chance.some(2, chance::text).forEach(address::addLine);
        maybe(() -> address.setDistrict(chance.text()));
        maybe(() -> address.setState(chance.of("IL", "WI")));
        maybe(() -> address.setPostalCode(chance.of("62704", "62704-1234")));
        maybe(() -> address.setCountry(chance.of("US", "México")));
        maybe(() -> address.setUse(chance.of(
                Address.AddressUse.HOME, Address.AddressUse.WORK, Address.AddressUse.TEMP, Address.AddressUse.OLD)));
        return address;
    }

    ContactPoint telecom() {
        ContactPoint.ContactPointUse use =
                chance.of(ContactPoint.ContactPointUse.HOME, ContactPoint.ContactPointUse.WORK);
        return switch (chance.upTo(3)) {
            case 0 ->
                new ContactPoint()
                        .setSystem(ContactPoint.ContactPointSystem.EMAIL)
                        .setValue("a&b" + chance.number() + "@example.org")
                        .setUse(use);
            case 1 ->
                new ContactPoint()
                        .setSystem(ContactPoint.ContactPointSystem.FAX)
                        .setValue("+1 217 555 " + chance.number())
                        .setUse(use);
            case 2 ->
                new ContactPoint()
                        .setSystem(ContactPoint.ContactPointSystem.PHONE)
                        .setValue("(217)555-01" + chance.upTo(99))
                        .setUse(ContactPoint.ContactPointUse.MOBILE);
            default ->
                new ContactPoint()
                        .setSystem(ContactPoint.ContactPointSystem.PHONE)
                        .setValue("+49 30 1234/" + chance.number())
                        .setUse(use);
        };
    }

    Reference patient() {
        Patient patient = new Patient();
        patient.addIdentifier(identifier()
                .setType(new CodeableConcept(
                        CodeTables.IDENTIFIER_TYPE.coding("MR").orElseThrow())));
        chance.some(2, this::identifier).forEach(patient::addIdentifier);
        patient.addName(name());
        chance.some(1, this::name).forEach(patient::addName);
        patient.setGender(chance.of(
                Enumerations.AdministrativeGender.values()[0],
                Enumerations.AdministrativeGender.FEMALE,
                Enumerations.AdministrativeGender.OTHER,
                Enumerations.AdministrativeGender.UNKNOWN));
        maybe(() -> patient.setBirthDateElement(chance.date()));
        chance.some(2, this::address).forEach(patient::addAddress);
        chance.some(3, this::telecom).forEach(patient::addTelecom);
        maybe(() -> patient.setMaritalStatus(new CodeableConcept(CodeTables.MARITAL
                .coding(chance.of("A", "B", "D", "E", "G", "I", "M", "S", "W"))
                .orElseThrow())));
        maybe(() -> patient.addCommunication()
                .setLanguage(fixed("urn:ietf:bcp:47", chance.of("en", "es", "fr", "pl")))
                .setPreferred(true));
        maybe(() -> patient.setDeceased(chance.maybe() ? chance.dateTime() : new BooleanType(chance.maybe())));
        maybe(() -> patient.setMultipleBirth(
                chance.maybe() ? new IntegerType(1 + chance.upTo(3)) : new BooleanType(chance.maybe())));
        maybe(() -> race(patient));
        some("contact", 1, () -> contact(patient.addContact()));
        return add(patient);
    }

    private void race(Patient patient) {
        Extension race = patient.addExtension().setUrl("http://hl7.org/fhir/us/core/StructureDefinition/us-core-race");
        Coding coding =
                CodeTables.RACE.coding(chance.of("2106-3", "2028-9", "1002-5")).orElseThrow();
        race.addExtension("ombCategory", coding);
        race.addExtension("text", new StringType(coding.getDisplay()));
    }

    private void contact(Patient.ContactComponent contact) {
        contact.setName(name());
        maybe(() -> contact.addRelationship(concept(TERMINOLOGY + "v3-RoleCode", "MTH", "GUARD")));
        maybe(() -> contact.addTelecom(telecom()));
        maybe(() -> contact.setAddress(address()));
    }

    Reference practitioner() {
        Practitioner person = new Practitioner().setActive(true).addName(name());
        person.addIdentifier(
                new Identifier().setSystem(CodeSystems.NPI).setValue(chance.of("1234567893", "1720384910")));
        maybe(() -> person.addAddress(address()));
        return add(person);
    }

    void relatedPerson(Reference patient) {
        RelatedPerson person =
                new RelatedPerson().setActive(true).setPatient(patient.copy()).addName(name());
        maybe(() -> person.addRelationship(new CodeableConcept(CodeTables.RELATIONSHIP
                .coding(chance.of("BRO", "SPO", "MTH", "FND"))
                .orElseThrow())));
        chance.some(2, this::telecom).forEach(person::addTelecom);
        chance.some(1, this::address).forEach(person::addAddress);
        maybe(() -> person.setBirthDateElement(chance.date()));
        maybe(() -> person.setGender(Enumerations.AdministrativeGender.MALE));
        maybe(() -> person.setPeriod(chance.period()));
        chance.some(1, this::identifier).forEach(person::addIdentifier);
        add(person);
    }

    static <T> void each(List<T> all, Consumer<T> use) {
        all.forEach(use);
    }
}
