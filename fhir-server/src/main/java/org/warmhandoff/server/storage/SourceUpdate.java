package org.warmhandoff.server.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings what a sender said before up to date: resources that it named before are updated, others created, and what says
 * nothing new is not written at all. To be called inside a transaction, with the names locked.
 */
@Component
public class SourceUpdate {

    private final SourceNames names;
    private final ResourceStore store;

    SourceUpdate(SourceNames names, ResourceStore store) {
        this.names = names;
        this.store = store;
    }

    /**
     * What is to be written.
     *
     * @param sender partner id; a sender changes only what it brought
     * @param resources entries with a fullUrl each
     * @param resolved what some of the names stand for already; not written again
     * @param candidates resources of the same sender that identifiers may tell to be the same
     * @param keep puts into the new content (second) what stays of the old (first)
     */
    public record Said(
            String sender,
            List<BundleEntryComponent> resources,
            Map<String, IdType> resolved,
            List<IdType> candidates,
            BiConsumer<Resource, Resource> keep) {}

    /**
     * The writes.
     *
     * @param ids by name, of all that exists already
     */
    public record Plan(String sender, Bundle transaction, Map<String, IdType> ids) {

        public boolean isEmpty() {
            return transaction.getEntry().isEmpty();
        }

        /** Adds a resource that is stored already. */
        public void put(Resource resource) {
            String url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            transaction
                    .addEntry()
                    .setFullUrl(url)
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(url);
        }

        public void post(String name, Resource resource) {
            transaction
                    .addEntry()
                    .setFullUrl(name)
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl(resource.fhirType());
        }
    }

    public Plan plan(Said said) {
        Map<String, IdType> ids = new LinkedHashMap<>(said.resolved());
        List<BundleEntryComponent> open = said.resources().stream()
                .filter(entry -> !ids.containsKey(entry.getFullUrl()))
                .toList();
        Map<String, Resource> known = known(said, open, ids);
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        Plan plan = new Plan(said.sender(), transaction, ids);
        for (BundleEntryComponent entry : open) {
            ResourceParts.point(entry.getResource(), ids);
            Resource before = known.get(entry.getFullUrl());
            if (before == null) {
                plan.post(entry.getFullUrl(), entry.getResource());
            } else {
                said.keep().accept(before, entry.getResource());
                if (isNews(before, entry.getResource())) {
                    plan.put(entry.getResource());
                }
            }
        }
        return plan;
    }

    /** Writes the plan and gives all ids by name; those of created ones carry their version. */
    public Map<String, IdType> write(Plan plan) {
        Map<String, IdType> written = new LinkedHashMap<>();
        if (!plan.isEmpty()) {
            Bundle answer = store.transaction(plan.transaction());
            for (int i = 0; i < answer.getEntry().size(); i++) {
                String location = answer.getEntry().get(i).getResponse().getLocation();
                BundleEntryComponent entry = plan.transaction().getEntry().get(i);
                if (location != null && entry.getRequest().getMethod() == HTTPVerb.POST) {
                    written.put(entry.getFullUrl(), new IdType(location));
                }
            }
            names.remember(plan.sender(), written);
        }
        return written;
    }

    private Map<String, Resource> known(Said said, List<BundleEntryComponent> open, Map<String, IdType> ids) {
        List<String> urls = open.stream().map(BundleEntryComponent::getFullUrl).toList();
        Map<String, IdType> named = names.find(said.sender(), urls);
        List<Resource> candidates = new ArrayList<>();
        said.candidates().forEach(id -> store.read(id).ifPresent(candidates::add));
        Map<String, Resource> known = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (BundleEntryComponent entry : open) {
            Resource before = before(entry, named.get(entry.getFullUrl()), candidates);
            if (before != null && taken.add(before.getId())) {
                ids.put(entry.getFullUrl(), before.getIdElement().toUnqualifiedVersionless());
                known.put(entry.getFullUrl(), before);
            }
        }
        return known;
    }

    private @Nullable Resource before(BundleEntryComponent entry, @Nullable IdType named, List<Resource> candidates) {
        Resource said = entry.getResource();
        return candidates.stream()
                .filter(candidate -> candidate.fhirType().equals(said.fhirType()))
                .filter(candidate -> ResourceParts.shareIdentifier(candidate, said))
                .findFirst()
                .orElseGet(() -> named == null || !said.fhirType().equals(named.getResourceType())
                        ? null
                        : store.read(named).orElse(null));
    }

    /** Gives the new content the id and the labels of the old; whether there is anything new in it. */
    private static boolean isNews(Resource before, Resource after) {
        for (Coding label : before.getMeta().getSecurity()) {
            if (after.getMeta().getSecurity(label.getSystem(), label.getCode()) == null) {
                after.getMeta().addSecurity(label.copy());
            }
        }
        boolean labelled = after.getMeta().getSecurity().size()
                > before.getMeta().getSecurity().size();
        after.setId(before.getIdElement().toUnqualifiedVersionless());
        Resource one = before.copy();
        Resource other = after.copy();
        one.setMeta(null);
        other.setMeta(null);
        one.setId((String) null);
        other.setId((String) null);
        return labelled || !one.equalsDeep(other);
    }
}
