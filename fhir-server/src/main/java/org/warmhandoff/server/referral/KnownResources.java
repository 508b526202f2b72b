package org.warmhandoff.server.referral;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.server.patient.Survivors;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.SourceNames;

/**
 * Finds the people and organizations of a message that are here already, by identifier and assigner, so that one client
 * is one Patient however often and however concurrently it is referred.
 */
@Component
public class KnownResources {

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();
    private static final Set<Class<? extends Resource>> MATCHED =
            Set.of(Patient.class, Practitioner.class, Organization.class);

    private final ResourceIndex index;
    private final SourceNames names;
    private final Survivors survivors;

    KnownResources(ResourceIndex index, Survivors survivors, SourceNames names) {
        this.names = names;
        this.index = index;
        this.survivors = survivors;
    }

    /** Names to lock before looking: the referral's number and every identifier that could match. */
    List<String> lockNames(ReferralMessage message) {
        List<String> names = new ArrayList<>();
        names.add("referral:" + message.sender().id() + "|" + message.placer());
        names.addAll(lockNames(message.resources()));
        return names;
    }

    /**
     * Every identifier that could match. Not those of practitioners and organizations that are here already: all
     * referrals of a hospital name them, and would wait for each other.
     */
    public List<String> lockNames(Bundle bundle) {
        List<String> names = new ArrayList<>();
        bundle.getEntry().stream()
                .filter(KnownResources::isMatched)
                .map(BundleEntryComponent::getResource)
                .filter(resource ->
                        resource instanceof Patient || existing(resource).isEmpty())
                .forEach(resource -> identifiers(resource)
                        .forEach(identifier -> names.add(
                                resource.fhirType() + ":" + identifier.getSystem() + "|" + identifier.getValue())));
        return names;
    }

    /** Takes out the entries that exist and points the others at what exists; returns it by the entry's fullUrl. */
    public Map<String, IdType> replaceKnown(Bundle bundle) {
        Map<String, IdType> found = new LinkedHashMap<>();
        for (Iterator<BundleEntryComponent> entries = bundle.getEntry().iterator(); entries.hasNext(); ) {
            BundleEntryComponent entry = entries.next();
            if (isMatched(entry)) {
                existing(entry.getResource()).ifPresent(id -> {
                    found.put(entry.getFullUrl(), id);
                    entries.remove();
                });
            }
        }
        if (!found.isEmpty()) {
            bundle.getEntry().stream()
                    .filter(BundleEntryComponent::hasResource)
                    .forEach(entry -> point(entry.getResource(), found));
        }
        return found;
    }

    /** Remembers what a sender's new resources became, so that it can change them. */
    void remember(String sender, Map<String, IdType> resources) {
        Map<String, IdType> created = new LinkedHashMap<>(resources);
        created.values().removeIf(id -> !"1".equals(id.getVersionIdPart()));
        names.remember(sender, created);
    }

    private static boolean isMatched(BundleEntryComponent entry) {
        boolean plainCreate = !entry.hasRequest()
                || (entry.getRequest().getMethod() == HTTPVerb.POST
                        && !entry.getRequest().hasIfNoneExist());
        return plainCreate
                && entry.hasResource()
                && MATCHED.contains(entry.getResource().getClass());
    }

    private Optional<IdType> existing(Resource resource) {
        List<String> ids = index.find(resource.fhirType(), identifiers(resource));
        Optional<String> found = ids.stream().findFirst();
        if (resource instanceof Patient) {
            found = found.flatMap(survivors::of)
                    .map(patient -> patient.getIdElement().getIdPart());
        }
        return found.map(id -> new IdType(resource.fhirType(), id));
    }

    private static List<Identifier> identifiers(Resource resource) {
        List<Identifier> identifiers = new ArrayList<>();
        if (resource instanceof Patient patient) {
            identifiers.addAll(patient.getIdentifier());
        } else if (resource instanceof Practitioner practitioner) {
            identifiers.addAll(practitioner.getIdentifier());
        } else if (resource instanceof Organization organization) {
            identifiers.addAll(organization.getIdentifier());
        }
        identifiers.removeIf(identifier ->
                !identifier.hasSystem() || !identifier.hasValue() || CodeSystems.US_SSN.equals(identifier.getSystem()));
        return identifiers;
    }

    private static void point(Resource resource, Map<String, IdType> found) {
        for (Reference reference : TERSER.getAllPopulatedChildElementsOfType(resource, Reference.class)) {
            IdType target = found.get(reference.getReference());
            if (target != null) {
                reference.setReference(target.toUnqualifiedVersionless().getValue());
            }
        }
    }
}
