package org.warmhandoff.server.partner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceStore;

/** Writes the configured partners as FHIR resources at start, before the server is ready. Unchanged ones cost a read. */
@Component
@Order(0)
class PartnerMaterialiser implements ApplicationRunner {

    private final PartnerDirectory partners;
    private final ResourceStore store;
    private final Locks locks;
    private final TransactionTemplate transaction;

    PartnerMaterialiser(PartnerDirectory partners, ResourceStore store, Locks locks, TransactionTemplate transaction) {
        this.partners = partners;
        this.store = store;
        this.locks = locks;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments args) {
        write(partners.all());
    }

    /** Writes partners that are new or changed. */
    void write(Collection<Partner> changed) {
        put(changed.stream().flatMap(partner -> resources(partner).stream()));
    }

    /** Marks as no longer active what shows a partner that is gone; other resources refer to it. */
    void retire(Partner gone) {
        put(PartnerResources.retired(gone).stream());
    }

    private void put(Stream<Resource> resources) {
        transaction.executeWithoutResult(status -> {
            // Nodes that start together take turns.
            locks.hold(List.of("partner-resources"));
            Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
            resources.forEach(resource -> put(bundle, resource));
            if (bundle.hasEntry()) {
                store.transaction(bundle);
            }
        });
    }

    private List<Resource> resources(Partner partner) {
        List<Resource> resources = new ArrayList<>();
        resources.add(PartnerResources.organization(partner));
        PartnerResources.endpoint(partner).ifPresent(resources::add);
        PartnerResources.service(partner).map(this::withCapacityOfStaff).ifPresent(resources::add);
        PartnerResources.payerGroup(partner)
                .filter(group -> store.read(Group.class, partner.id()).isEmpty())
                .ifPresent(resources::add);
        return resources;
    }

    private static void put(Bundle bundle, Resource resource) {
        String url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl(url);
    }

    private HealthcareService withCapacityOfStaff(HealthcareService service) {
        store.read(HealthcareService.class, service.getIdElement().getIdPart())
                .map(PartnerResources::keptByStaff)
                .filter(kept -> !kept.isEmpty())
                .ifPresent(kept -> {
                    service.getExtension()
                            .removeIf(extension -> extension.getUrl().equals(PartnerResources.CAPACITY_STATUS));
                    kept.forEach(service::addExtension);
                });
        return service;
    }
}
