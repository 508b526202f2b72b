package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.ClassComponent;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Insurance;

/** IN1 and IN2 to Coverage, its payor and subscriber (v2-to-FHIR: Segment IN1 to Coverage). */
public final class In1Mapper {

    private static final String COVERAGE_CLASS = "http://terminology.hl7.org/CodeSystem/coverage-class";

    /** A Coverage and what an authorization may call it. */
    public record Mapped(Coverage coverage, Reference reference, Organization payor, String planId) {}

    private final Translation translation;
    private final RelatedPersons persons;

    public In1Mapper(Translation translation, RelatedPersons persons) {
        this.translation = translation;
        this.persons = persons;
    }

    public List<Mapped> map(List<Insurance> insurances, Reference patient) {
        List<Mapped> mapped = new ArrayList<>();
        for (Insurance insurance : insurances) {
            Mapped one = map(insurance, patient, mapped.size() + 1);
            if (one != null) {
                mapped.add(one);
            }
        }
        return mapped;
    }

    private @Nullable Mapped map(Insurance insurance, Reference patient, int ordinal) {
        Fields in1 = insurance.in1();
        in1.skip(1);
        insurance.in2().forEach(in2 -> in2.drop(2, "social security number"));
        Organization payor = payor(in1);
        if (payor == null) {
            in1.refuse(4, "payer missing");
            return null;
        }
        Coverage coverage = new Coverage().setStatus(CoverageStatus.ACTIVE).setBeneficiary(patient.copy());
        coverage.setType(in1.concept(15, CodeTables.v2("0086")));
        coverage.setPeriod(in1.period(12, 13));
        coverage.setOrder(order(in1, ordinal));
        addClass(coverage, "plan", in1.text(2), in1.text(2, 2));
        addClass(coverage, "group", in1.text(8), in1.text(9));
        mapMember(insurance, coverage, payor);
        mapSubscriber(in1, coverage, patient);
        Reference reference = translation.resources().add(translation.key("Payor", ordinal), payor);
        coverage.addPayor(reference);
        Reference self = translation.resources().add(translation.key("Coverage", ordinal), coverage);
        return new Mapped(coverage, self, payor, in1.text(2));
    }

    private static @Nullable Organization payor(Fields in1) {
        List<Identifier> identifiers = in1.identifiers(3);
        String name = in1.text(4);
        if (identifiers.isEmpty() && name.isEmpty()) {
            return null;
        }
        Organization payor = new Organization().setActive(true);
        payor.setIdentifier(new ArrayList<>(identifiers));
        payor.setName(name.isEmpty() ? identifiers.get(0).getValue() : name);
        payor.setAddress(new ArrayList<>(in1.addresses(5)));
        in1.telecoms(7, null).forEach(payor::addTelecom);
        in1.names(6).forEach(contact -> payor.addContact().setName(contact));
        return payor;
    }

    private static int order(Fields in1, int ordinal) {
        String priority = in1.text(22);
        boolean usable = priority.length() == 1 && priority.charAt(0) >= '1' && priority.charAt(0) <= '9';
        return usable ? priority.charAt(0) - '0' : ordinal;
    }

    private static void addClass(Coverage coverage, String type, String value, String name) {
        if (value.isEmpty() && name.isEmpty()) {
            return;
        }
        ClassComponent added = coverage.addClass_()
                .setType(new CodeableConcept(new Coding(COVERAGE_CLASS, type, null)))
                .setValue(value.isEmpty() ? name : value);
        if (!name.isEmpty()) {
            added.setName(name);
        }
    }

    /** The member number: the one of IN1-49 and IN2-61 that is typed so, else IN1-49, else the policy number IN1-36. */
    private void mapMember(Insurance insurance, Coverage coverage, Organization payor) {
        Fields in1 = insurance.in1();
        List<Identifier> numbers = new ArrayList<>(in1.personIdentifiers(49));
        insurance.in2().forEach(in2 -> numbers.addAll(in2.personIdentifiers(61)));
        String policy = in1.text(36);
        if (numbers.isEmpty() && !policy.isEmpty()) {
            numbers.add(new Identifier().setSystem(memberSystem(payor)).setValue(policy));
        }
        if (numbers.isEmpty()) {
            in1.note(36, "member number missing");
            Absent.unknown(coverage.getSubscriberIdElement());
            return;
        }
        Identifier member =
                numbers.stream().filter(In1Mapper::isMember).findFirst().orElse(numbers.get(0));
        coverage.addIdentifier(
                member.setType(CodeTables.IDENTIFIER_TYPE.concept("MB").orElseThrow()));
        numbers.stream().filter(number -> !isMember(number)).forEach(coverage::addIdentifier);
        coverage.setSubscriberId(policy.isEmpty() ? member.getValue() : policy);
    }

    private static boolean isMember(Identifier number) {
        return "MB".equals(number.getType().getCodingFirstRep().getCode());
    }

    /** The payer numbers its members, so its own number (or name) makes the system. */
    private String memberSystem(Organization payor) {
        String name = payor.hasIdentifier() ? payor.getIdentifierFirstRep().getValue() : payor.getName();
        return translation.conversion().assigners().local(name);
    }

    private void mapSubscriber(Fields in1, Coverage coverage, Reference patient) {
        CodeableConcept relationship = in1.coded(17, CodeTables.SUBSCRIBER::concept);
        if (relationship == null) {
            boolean other = in1.has(17) || in1.has(16);
            relationship = CodeTables.SUBSCRIBER.concept(other ? "OTH" : "SEL").orElseThrow();
        }
        coverage.setRelationship(relationship);
        if (relationship.getCodingFirstRep().getCode().equals("self")) {
            in1.skip(16, 18, 19, 43);
            coverage.setSubscriber(patient.copy());
        } else if (in1.has(16)) {
            coverage.setSubscriber(persons.add(subscriber(in1, patient)));
        }
    }

    private static RelatedPerson subscriber(Fields in1, Reference patient) {
        RelatedPerson person = new RelatedPerson().setActive(true).setPatient(patient.copy());
        person.setName(new ArrayList<>(in1.names(16)));
        person.setRelationship(new ArrayList<>(RelatedPersons.relationship(in1, 17)));
        person.setBirthDateElement(in1.date(18));
        person.setAddress(new ArrayList<>(in1.addresses(19)));
        if (in1.has(43)) {
            person.setGender(PidMapper.gender(in1, 43));
        }
        return person;
    }
}
