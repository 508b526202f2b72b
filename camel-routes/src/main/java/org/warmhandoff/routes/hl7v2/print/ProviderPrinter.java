package org.warmhandoff.routes.hl7v2.print;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;
import org.warmhandoff.routes.partner.Partner;

/** Who refers, who is to treat and who else is involved, as PRD (HL7 v2.5.1, 11.6.3). */
final class ProviderPrinter {

    private static final String ROLES = CodeTables.v2("0286");

    private final ForwardedReferral referral;
    private final ReferralContent content;
    private final Set<String> printed = new HashSet<>();

    ProviderPrinter(ForwardedReferral referral) {
        this.referral = referral;
        this.content = referral.content();
    }

    String print() {
        StringBuilder out = new StringBuilder();
        out.append(partner("RP", "Referring Provider", referral.requester()));
        out.append(partner("RT", "Referred to Provider", referral.receiver()));
        content.request().getPerformer().forEach(person -> out.append(person("RT", person)));
        content.patient().getGeneralPractitioner().forEach(person -> out.append(person("PP", person)));
        content.all(CareTeam.class).stream()
                .flatMap(team -> team.getParticipant().stream())
                .forEach(participant -> out.append(person("CP", participant.getMember())));
        content.request().getSupportingInfo().forEach(person -> out.append(person("RP", person)));
        return out.toString();
    }

    private static String partner(String role, String display, Partner partner) {
        List<String> numbers = new ArrayList<>(List.of(Er7Printer.components(partner.id(), "L")));
        partner.identifiers().stream()
                .filter(identifier -> identifier.system().equals(CodeSystems.NPI))
                .forEach(identifier -> numbers.add(Er7Printer.components(identifier.value(), "NPI")));
        return new Er7Line("PRD")
                .set(1, Er7Printer.components(role, display, "HL70286"))
                .set(4, Er7Printer.components("", "", "", partner.name()))
                .repeat(7, numbers)
                .print();
    }

    private String person(String role, Reference reference) {
        Optional<PractitionerRole> post = content.find(reference, PractitionerRole.class);
        Optional<Practitioner> person = post.isPresent()
                ? content.find(post.get().getPractitioner(), Practitioner.class)
                : content.find(reference, Practitioner.class);
        boolean again = person.isEmpty() || !printed.add(role + reference.getReference());
        return again ? "" : person(role, person.get(), post.orElseGet(PractitionerRole::new));
    }

    private String person(String role, Practitioner person, PractitionerRole post) {
        List<String> roles = new ArrayList<>(List.of(Er7Printer.components(role, "", "HL70286")));
        post.getCode().stream().filter(code -> !isRole(code, role)).forEach(code -> roles.add(Er7Codes.cwe(code)));
        Er7Line prd = new Er7Line("PRD").repeat(1, roles);
        prd.repeat(2, Er7Types.names(person.getName()));
        prd.repeat(3, Er7Types.addresses(person.getAddress()));
        prd.set(4, organization(post));
        prd.repeat(5, Er7Types.telecoms(post.getTelecom()));
        prd.repeat(7, Er7Types.providerNumbers(person.getIdentifier()));
        prd.set(8, Er7Types.dtm(post.getPeriod().getStartElement()));
        prd.set(9, Er7Types.dtm(post.getPeriod().getEndElement()));
        return prd.print();
    }

    private static boolean isRole(CodeableConcept code, String role) {
        Coding coding = code.getCodingFirstRep();
        return ROLES.equals(coding.getSystem()) && role.equals(coding.getCode());
    }

    /** A partner has a PRD of its own. */
    private String organization(PractitionerRole post) {
        boolean partner =
                Canonical.PARTNER.equals(post.getOrganization().getIdentifier().getSystem());
        String name = content.find(post.getOrganization(), Organization.class)
                .map(Organization::getName)
                .orElse("");
        return partner || name.isEmpty() ? "" : Er7Printer.components("", "", "", name);
    }
}
