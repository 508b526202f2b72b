package org.warmhandoff.routes.hl7v2.print;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.ClassComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** Coverage and its payor to IN1, the authorization extension of the request to AUT. */
final class CoveragePrinter {

    private static final String AUTHORIZATION = Canonical.structureDefinition("iop-authorization");

    private CoveragePrinter() {}

    static String insurances(ReferralContent content) {
        StringBuilder out = new StringBuilder();
        int ordinal = 0;
        for (Coverage coverage : content.all(Coverage.class)) {
            out.append(insurance(content, coverage, ++ordinal));
        }
        return out.toString();
    }

    private static String insurance(ReferralContent content, Coverage coverage, int ordinal) {
        Er7Line in1 = new Er7Line("IN1").set(1, Integer.toString(ordinal));
        in1.set(2, classOf(coverage, "plan").map(CoveragePrinter::valueAndName).orElse(""));
        payor(content, coverage).ifPresent(payor -> addPayor(in1, payor));
        classOf(coverage, "group")
                .ifPresent(group -> in1.text(8, group.getValue()).text(9, Er7Codes.text(group.getName())));
        in1.set(12, Er7Types.dtm(coverage.getPeriod().getStartElement()));
        in1.set(13, Er7Types.dtm(coverage.getPeriod().getEndElement()));
        in1.set(15, coverage.hasType() ? Er7Codes.cwe(coverage.getType()) : "");
        in1.text(
                17,
                CodeTables.SUBSCRIBER
                        .key(Er7Codes.text(
                                coverage.getRelationship().getCodingFirstRep().getCode()))
                        .orElse(""));
        content.find(coverage.getSubscriber(), RelatedPerson.class).ifPresent(person -> addSubscriber(in1, person));
        in1.text(22, coverage.hasOrder() ? Integer.toString(coverage.getOrder()) : "");
        in1.text(36, coverage.getSubscriberId());
        in1.repeat(49, PatientPrinter.identifiers(coverage.getIdentifier()));
        return in1.print();
    }

    private static void addPayor(Er7Line in1, Organization payor) {
        in1.repeat(3, PatientPrinter.identifiers(payor.getIdentifier()));
        in1.text(4, payor.getName());
        in1.repeat(5, Er7Types.addresses(payor.getAddress()));
        in1.repeat(
                6,
                payor.getContact().stream()
                        .map(contact -> Er7Types.xpn(contact.getName()))
                        .toList());
        in1.repeat(7, Er7Types.telecoms(payor.getTelecom()));
    }

    private static void addSubscriber(Er7Line in1, RelatedPerson person) {
        in1.repeat(16, Er7Types.names(person.getName()));
    }

    private static Optional<Organization> payor(ReferralContent content, Coverage coverage) {
        return coverage.getPayor().stream()
                .flatMap(payor -> content.find(payor, Organization.class).stream())
                .findFirst();
    }

    private static Optional<ClassComponent> classOf(Coverage coverage, String type) {
        return coverage.getClass_().stream()
                .filter(one -> type.equals(one.getType().getCodingFirstRep().getCode()))
                .findFirst();
    }

    private static String valueAndName(ClassComponent one) {
        return Er7Printer.components(one.getValue(), Er7Codes.text(one.getName()));
    }

    /** AUT-2 names the first insurance: the request does not say whose authorization it is. */
    static String authorizations(ReferralContent content) {
        Optional<Coverage> coverage = content.all(Coverage.class).stream().findFirst();
        return content.request().getExtensionsByUrl(AUTHORIZATION).stream()
                .map(extension -> authorization(content, coverage, extension))
                .collect(Collectors.joining());
    }

    private static String authorization(ReferralContent content, Optional<Coverage> coverage, Extension extension) {
        Er7Line aut = new Er7Line("AUT");
        aut.text(
                1,
                coverage.flatMap(one -> classOf(one, "plan"))
                        .map(ClassComponent::getValue)
                        .orElse(""));
        Optional<Organization> payor = coverage.flatMap(one -> payor(content, one));
        aut.text(2, payor.map(one -> number(one.getIdentifier())).orElse(""));
        if (extension.getExtensionByUrl("identifier") != null
                && extension.getExtensionByUrl("identifier").getValue() instanceof Identifier number) {
            aut.set(6, Er7Printer.ei(number));
            aut.text(3, number.hasAssigner() ? payor.map(Organization::getName).orElse("") : "");
        }
        if (extension.getExtensionByUrl("period") != null
                && extension.getExtensionByUrl("period").getValue() instanceof Period period) {
            aut.set(4, Er7Types.dtm(period.getStartElement())).set(5, Er7Types.dtm(period.getEndElement()));
        }
        return aut.set(8, units(extension, "requestedUnits"))
                .set(9, units(extension, "authorizedUnits"))
                .print();
    }

    private static String number(List<Identifier> identifiers) {
        return identifiers.stream().findFirst().map(Identifier::getValue).orElse("");
    }

    private static String units(Extension extension, String name) {
        Extension part = extension.getExtensionByUrl(name);
        return part != null && part.getValue() instanceof Quantity quantity && quantity.hasValue()
                ? Er7Printer.components(quantity.getValue().toPlainString(), Er7Codes.text(quantity.getUnit()))
                : "";
    }
}
