package org.warmhandoff.routes.forward;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** The resources of one referral, found by type and by what refers to them. */
public final class ReferralContent {

    private final Map<String, Resource> byName;

    private ReferralContent(Map<String, Resource> byName) {
        this.byName = byName;
    }

    /** Of resources as they are stored. */
    public static ReferralContent of(Collection<? extends Resource> resources) {
        Map<String, Resource> byName = new LinkedHashMap<>();
        resources.forEach(resource ->
                byName.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource));
        return new ReferralContent(byName);
    }

    /** Of resources as a reader gave them. */
    public static ReferralContent of(Bundle bundle) {
        Map<String, Resource> byName = new LinkedHashMap<>();
        bundle.getEntry().forEach(entry -> byName.put(entry.getFullUrl(), entry.getResource()));
        return new ReferralContent(byName);
    }

    public Task task() {
        return all(Task.class).stream().findFirst().orElseGet(Task::new);
    }

    public ServiceRequest request() {
        return find(task().getFocus(), ServiceRequest.class)
                .or(() -> all(ServiceRequest.class).stream().findFirst())
                .orElseGet(ServiceRequest::new);
    }

    public Patient patient() {
        return find(request().getSubject(), Patient.class)
                .or(() -> all(Patient.class).stream().findFirst())
                .orElseGet(Patient::new);
    }

    public <T extends Resource> List<T> all(Class<T> type) {
        return byName.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <T extends Resource> Optional<T> find(Reference reference, Class<T> type) {
        return find(reference.getReference(), type);
    }

    public <T extends Resource> Optional<T> find(@Nullable String name, Class<T> type) {
        return Optional.ofNullable(name)
                .map(byName::get)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** All, by what refers to them. */
    public Map<String, Resource> named() {
        return Collections.unmodifiableMap(byName);
    }

    /** How many resources there are of each type, in the order in which the first of them came. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        byName.values().forEach(resource -> counts.merge(resource.fhirType(), 1, Integer::sum));
        return counts;
    }
}
