package org.warmhandoff.tests.harness;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** One resource, written alone and read again. References lead nowhere then, so they are kept as logical ones. */
public final class RoundTrip {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    /** Records have to be about a patient who is there. */
    private static final String SOMEBODY = "Patient/somebody";

    private static final String BLANKS = "(\\\\[nrt]| )+";

    private final Resource sent;

    private RoundTrip(Resource sent) {
        this.sent = sent;
    }

    public enum Format {
        JSON("application/fhir+json"),
        XML("application/fhir+xml");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        private IParser parser() {
            return this == JSON ? FHIR.newJsonParser() : FHIR.newXmlParser();
        }
    }

    public static RoundTrip of(String json) {
        return of((Resource) FHIR.newJsonParser().parseResource(json));
    }

    public static RoundTrip of(Resource resource) {
        Resource sent = resource.copy();
        sent.setId(resource.fhirType().toLowerCase(java.util.Locale.ROOT) + "-"
                + UUID.randomUUID().toString().substring(0, 18));
        sent.getMeta().setVersionId(null).setLastUpdated(null).setSource(null);
        detach(sent);
        return new RoundTrip(sent);
    }

    /** Writes the patient whom all of them are about. */
    public static void prepare(FhirClient fhir, String patient) {
        fhir.send("PUT", SOMEBODY, patient).expect(200, 201);
    }

    /** Whether a client may write it at all, and read it as it was: the text of protected notes lies apart. */
    public boolean mayBeWritten() {
        boolean referral = sent instanceof Task task && task.hasBusinessStatus() || sent instanceof ServiceRequest;
        boolean note = sent.getMeta().getSecurity().stream().anyMatch(label -> "PSYTHPN".equals(label.getCode()));
        return !referral && !note && !(sent instanceof Group) && !(sent instanceof AuditEvent);
    }

    /** As it has to come back: as it was sent, but for social security numbers. */
    public String expected() {
        Resource expected = sent.copy();
        drop(expected);
        if (expected instanceof DomainResource domain) {
            domain.getContained().forEach(RoundTrip::drop);
        }
        return canonical(expected);
    }

    /** Written and read in a format; by {@link #expected}'s measure. */
    public String through(FhirClient fhir, Format format) {
        String path = sent.fhirType() + "/" + sent.getIdElement().getIdPart();
        fhir.send("PUT", path, format.parser().encodeResourceToString(sent), "Content-Type", format.type)
                .expect(200, 201);
        FhirResponse answer = fhir.get(path, "Accept", format.type, "Cache-Control", "no-cache")
                .expect(200);
        Resource read = (Resource) format.parser().parseResource(answer.body());
        read.getMeta().setVersionId(null).setLastUpdated(null).setSource(null);
        read.setId(sent.getIdElement().getIdPart());
        // The server adds labels; those that were sent must all be there.
        read.getMeta()
                .getSecurity()
                .removeIf(label -> sent.getMeta().getSecurity(label.getSystem(), label.getCode()) == null);
        return canonical(read);
    }

    /** Profiles and labels are sets, which have no order; blanks in a narrative mean nothing, and XML writes them anew. */
    private static String canonical(Resource resource) {
        Meta meta = resource.getMeta();
        Set<String> profiles = new TreeSet<>();
        meta.getProfile().forEach(profile -> profiles.add(profile.getValue()));
        meta.setProfile(profiles.stream().map(CanonicalType::new).toList());
        meta.setSecurity(meta.getSecurity().stream()
                .sorted(Comparator.comparing(label -> label.getSystem() + "|" + label.getCode()))
                .toList());
        return FHIR.newJsonParser()
                .setPrettyPrint(true)
                .encodeResourceToString(resource)
                .replaceAll(BLANKS, " ");
    }

    private static void drop(Resource resource) {
        Property identifiers = resource.getNamedProperty("identifier");
        if (identifiers != null) {
            List.copyOf(identifiers.getValues()).stream()
                    .filter(value -> value instanceof Identifier identifier
                            && ("http://hl7.org/fhir/sid/us-ssn".equals(identifier.getSystem())
                                    || identifier
                                            .getType()
                                            .hasCoding("http://terminology.hl7.org/CodeSystem/v2-0203", "SS")))
                    .forEach(value -> resource.removeChild("identifier", value));
        }
    }

    /** The server refuses references to what it has not got; the examples refer to each other and far away. */
    private static void detach(Base parent) {
        for (Property property : parent.children()) {
            for (Base value : property.getValues()) {
                if (value instanceof Reference reference
                        && reference.hasReference()
                        && !reference.getReference().startsWith("#")) {
                    if (reference.getReference().contains("Patient/")) {
                        reference.setReference(SOMEBODY);
                        reference.setResource(null);
                        continue;
                    }
                    reference.setIdentifier(
                            new Identifier().setSystem("urn:test:reference").setValue(reference.getReference()));
                    reference.setType(typeOf(reference.getReference()));
                    reference.setReference(null);
                    reference.setResource(null);
                }
                detach(value);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String typeOf(String reference) {
        String[] parts = reference.split("/");
        String type = parts.length < 2 ? "" : parts[parts.length - 2];
        return type.matches("[A-Z][A-Za-z]+") ? type : null;
    }
}
