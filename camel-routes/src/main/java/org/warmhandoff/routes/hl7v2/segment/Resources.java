package org.warmhandoff.routes.hl7v2.segment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.intake.NameUuid;

/** The resources of one message, each under a {@code urn:uuid} made of its source key. */
public final class Resources {

    private final String sender;
    private final Map<String, Resource> byUrl = new LinkedHashMap<>();

    public Resources(String sender) {
        this.sender = sender;
    }

    /** Adds a resource and gives a reference to it. */
    public Reference add(String key, Resource resource) {
        byUrl.put(url(key), resource);
        return reference(key);
    }

    public Reference reference(String key) {
        return new Reference(url(key));
    }

    public <T extends Resource> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(byUrl.get(url(key))).map(type::cast);
    }

    public <T extends Resource> Optional<T> findAt(Reference reference, Class<T> type) {
        return Optional.ofNullable(byUrl.get(reference.getReference()))
                .filter(type::isInstance)
                .map(type::cast);
    }

    public <T extends Resource> List<T> all(Class<T> type) {
        return byUrl.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public Bundle toBundle(List<Coding> labels) {
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        byUrl.forEach((url, resource) -> {
            labels.forEach(label -> resource.getMeta().addSecurity(label.copy()));
            bundle.addEntry().setFullUrl(url).setResource(resource);
        });
        return bundle;
    }

    private String url(String key) {
        return "urn:uuid:" + NameUuid.of(sender + "|" + key);
    }
}
