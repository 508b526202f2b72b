package org.warmhandoff.server.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;

/** A partner as FHIR resources, each under the partner's id and with its {@code {C}/partner} identifier. Pure. */
final class PartnerResources {

    static final String CAPACITY_STATUS = Canonical.structureDefinition("capacity-status");
    private static final String PART2_PROGRAM = Canonical.structureDefinition("part2-program");
    private static final String LEVEL_OFFERED = Canonical.structureDefinition("asam-level-offered");

    private PartnerResources() {}

    static Organization organization(Partner partner) {
        Organization organization = new Organization();
        organization.setId(partner.id());
        organization.addIdentifier(identifier(partner));
        partner.identifiers().forEach(identifier -> organization
                .addIdentifier()
                .setSystem(identifier.system())
                .setValue(identifier.value()));
        organization.setActive(true);
        organization.setName(partner.name());
        organization.addType(concept("org-kind", partner.kind().code()));
        organization.addExtension(new Extension(PART2_PROGRAM, new BooleanType(partner.part2Program())));
        if (partner.endpoint() != null) {
            organization.addEndpoint(new Reference("Endpoint/" + partner.id()));
        }
        return organization;
    }

    static Optional<Endpoint> endpoint(Partner partner) {
        return Optional.ofNullable(partner.endpoint()).map(address -> {
            Endpoint endpoint = new Endpoint();
            endpoint.setId(partner.id());
            endpoint.addIdentifier(identifier(partner));
            endpoint.setStatus(Endpoint.EndpointStatus.ACTIVE);
            endpoint.setConnectionType(connectionType(address));
            endpoint.setName(partner.name());
            endpoint.setManagingOrganization(new Reference("Organization/" + partner.id()));
            endpoint.addPayloadType(new CodeableConcept().setText("referral"));
            endpoint.setAddress(address(address));
            return endpoint;
        });
    }

    private static Coding connectionType(PartnerEndpoint endpoint) {
        String system = "http://terminology.hl7.org/CodeSystem/endpoint-connection-type";
        if (endpoint instanceof PartnerEndpoint.Fhir) {
            return new Coding(system, "hl7-fhir-msg", null);
        } else if (endpoint instanceof PartnerEndpoint.Mllp) {
            return new Coding(system, "hl7v2-mllp", null);
        } else if (endpoint instanceof PartnerEndpoint.Direct) {
            return new Coding(system, "direct-project", null);
        } else {
            String code = endpoint instanceof PartnerEndpoint.Sftp ? "sftp" : "file";
            return new Coding(Canonical.codeSystem("endpoint-connection-type"), code, null);
        }
    }

    private static String address(PartnerEndpoint endpoint) {
        if (endpoint instanceof PartnerEndpoint.Fhir fhir) {
            return fhir.address().toString();
        } else if (endpoint instanceof PartnerEndpoint.Mllp mllp) {
            return (mllp.tls() == null ? "mllp://" : "mllps://") + mllp.host() + ":" + mllp.port();
        } else if (endpoint instanceof PartnerEndpoint.Sftp sftp) {
            return "sftp://" + sftp.host() + ":" + sftp.port() + sftp.folder();
        } else if (endpoint instanceof PartnerEndpoint.Direct direct) {
            return "mailto:" + direct.address();
        } else {
            return "file:" + ((PartnerEndpoint.Folder) endpoint).path().getFileName();
        }
    }

    /** The service that a programme offers. */
    static Optional<HealthcareService> service(Partner partner) {
        if (partner.kind() != PartnerKind.IOP_PROGRAM) {
            return Optional.empty();
        }
        HealthcareService service = new HealthcareService();
        service.setId(partner.id());
        service.addIdentifier(identifier(partner));
        service.setActive(true);
        service.setProvidedBy(new Reference("Organization/" + partner.id()));
        service.setName(partner.name());
        service.addExtension(new Extension(PART2_PROGRAM, new BooleanType(partner.part2Program())));
        partner.levelsOfCare()
                .forEach(level -> service.addExtension(
                        new Extension(LEVEL_OFFERED, new Coding(CodeSystems.ASAM_LEVEL, level, null))));
        service.addExtension(new Extension(CAPACITY_STATUS, new CodeType("capacity")));
        return Optional.of(service);
    }

    /** The Group that a payer's members are in, empty at first. */
    static Optional<Group> payerGroup(Partner partner) {
        if (partner.kind() != PartnerKind.PAYER) {
            return Optional.empty();
        }
        Group group = new Group();
        group.setId(partner.id());
        group.addIdentifier(identifier(partner));
        group.setActive(true);
        group.setType(Group.GroupType.PERSON);
        group.setActual(true);
        group.setCode(concept("group-kind", "payer-attribution"));
        group.setName(partner.name());
        group.setManagingEntity(new Reference("Organization/" + partner.id()));
        return Optional.of(group);
    }

    /** The resources of a partner that is gone. */
    static List<Resource> retired(Partner partner) {
        List<Resource> resources = new ArrayList<>();
        resources.add(organization(partner).setActive(false));
        endpoint(partner)
                .map(endpoint -> endpoint.setStatus(Endpoint.EndpointStatus.OFF))
                .ifPresent(resources::add);
        service(partner).map(service -> service.setActive(false)).ifPresent(resources::add);
        return resources;
    }

    private static Identifier identifier(Partner partner) {
        return new Identifier().setSystem(Canonical.PARTNER).setValue(partner.id());
    }

    private static CodeableConcept concept(String codeSystem, String code) {
        return new CodeableConcept(new Coding(Canonical.codeSystem(codeSystem), code, null));
    }

    /** The extensions of a service that staff change and a restart must not undo. */
    static List<Extension> keptByStaff(HealthcareService stored) {
        return stored.getExtensionsByUrl(CAPACITY_STATUS);
    }
}
