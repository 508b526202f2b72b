package org.warmhandoff.routes.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.forward.ReferralContent;

/**
 * What a referral says, as single facts: path and value. Names of resources do not count, what they refer to does, and a
 * document counts by its bytes wherever they are.
 */
final class Facts {

    private static final Set<String> NO_CONTENT = Set.of("id", "text", "meta", "display");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<String, List<String>> byPath = new TreeMap<>();
    private final ReferralContent content;

    private Facts(Bundle bundle) {
        this.content = ReferralContent.of(bundle);
        bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(resource -> !(resource instanceof Binary))
                .forEach(this::add);
        byPath.values().forEach(values -> values.sort(null));
    }

    static Facts of(Bundle bundle) {
        return new Facts(bundle);
    }

    Set<String> paths() {
        return byPath.keySet();
    }

    /** Facts at the path that the other does not have. */
    List<String> missing(String path, Facts other) {
        List<String> left = new ArrayList<>(byPath.getOrDefault(path, List.of()));
        other.byPath.getOrDefault(path, List.of()).forEach(left::remove);
        return left;
    }

    int count(String path) {
        return byPath.getOrDefault(path, List.of()).size();
    }

    private void add(Resource resource) {
        String type = kind(resource);
        fact(type, "");
        resource.getMeta().getSecurity().forEach(label -> fact(type + ".meta.security", label.getCode()));
        if (resource instanceof DomainResource domain) {
            walk(type, domain);
        }
    }

    /** What dialects treat apart has a name of its own, so that losing it hides no other loss. */
    private String kind(Resource resource) {
        if (resource instanceof Condition condition) {
            String status = condition.getClinicalStatus().getCodingFirstRep().getCode();
            String verified =
                    condition.getVerificationStatus().getCodingFirstRep().getCode();
            boolean suspected = verified != null && !verified.equals("confirmed");
            String over = status != null && !status.equals("active") ? "[over]" : "";
            return "Condition" + over + (suspected ? "[" + verified + "]" : "");
        } else if (resource instanceof AllergyIntolerance allergy) {
            String status = allergy.getClinicalStatus().getCodingFirstRep().getCode();
            return status != null && !status.equals("active") ? "AllergyIntolerance[over]" : "AllergyIntolerance";
        } else if (resource instanceof Organization) {
            boolean payor = content.all(Coverage.class).stream()
                    .flatMap(coverage -> coverage.getPayor().stream())
                    .anyMatch(one -> content.find(one, Organization.class)
                            .filter(found -> found == resource)
                            .isPresent());
            return payor ? "Organization[payor]" : "Organization";
        }
        return resource.fhirType();
    }

    private void walk(String path, Base element) {
        for (Property property : element.children()) {
            if (!skipped(element, property.getName())) {
                property.getValues().forEach(value -> add(path, property, value));
            }
        }
    }

    private static boolean skipped(Base element, String name) {
        boolean saysNothing =
                NO_CONTENT.contains(name) && (element instanceof Resource || element instanceof Reference);
        return saysNothing || name.equals("id") || element instanceof Extension && name.equals("url");
    }

    private void add(String path, Property property, Base value) {
        String at = path + "." + property.getName().replace("[x]", "");
        if (value instanceof Extension extension) {
            String url = extension.getUrl();
            walk(path + ".extension(" + url.substring(url.lastIndexOf('/') + 1) + ")", extension);
        } else if (value.isEmpty()) {
            return;
        } else if (value instanceof Reference reference) {
            fact(at, target(reference));
        } else if (value instanceof Attachment attachment) {
            attachment(at, attachment);
        } else if (value.isPrimitive()) {
            if (value.hasPrimitiveValue()) {
                fact(at, BLANKS.matcher(value.primitiveValue()).replaceAll(" ").strip());
            }
            walk(at, value);
        } else if (!property.getName().equals("url")) {
            walk(at, value);
        }
    }

    private String target(Reference reference) {
        if (reference.hasIdentifier() && !reference.hasReference()) {
            return "-> " + reference.getIdentifier().getValue();
        }
        return content.find(reference, Resource.class)
                .map(found -> "-> " + found.fhirType()
                        + (found instanceof Organization organization ? " " + organization.getName() : ""))
                .orElse(reference.hasReference() ? "-> ?" : "-> " + reference.getDisplay());
    }

    private void attachment(String at, Attachment attachment) {
        byte[] data = attachment.hasData()
                ? attachment.getData()
                : content.find(attachment.getUrl(), Binary.class)
                        .map(Binary::getData)
                        .orElse(new byte[0]);
        fact(at + ".contentType", attachment.getContentType());
        fact(at + ".data", Integer.toHexString(Arrays.hashCode(data)) + " of " + data.length);
    }

    private void fact(String path, String value) {
        byPath.computeIfAbsent(path, key -> new ArrayList<>()).add(value == null ? "" : value);
    }
}
