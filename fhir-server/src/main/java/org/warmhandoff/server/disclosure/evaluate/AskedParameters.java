package org.warmhandoff.server.disclosure.evaluate;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.disclosure.Recipient;
import org.warmhandoff.server.disclosure.Recipients;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Purpose;

/** Reads what is asked of {@code $evaluate}. */
@Component
class AskedParameters {

    private final PartnerDirectory partners;
    private final Clock clock;

    AskedParameters(PartnerDirectory partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    Evaluation.Asked read(Parameters said) {
        IdType patient = references(said, "patient").stream()
                .findFirst()
                .map(AskedParameters::literal)
                .filter(id -> "Patient".equals(id.getResourceType()) && id.hasIdPart())
                .orElseThrow(() -> wrong("The patient is needed, as Patient/[id]."));
        List<IdType> records = references(said, "resource").stream()
                .map(AskedParameters::literal)
                .toList();
        if (records.stream().anyMatch(id -> !id.hasResourceType() || !id.hasIdPart())) {
            throw wrong("A resource must be [type]/[id].");
        }
        return new Evaluation.Asked(
                patient.getIdPart(), recipient(said), purpose(said), at(said), types(said), records);
    }

    private Recipient recipient(Parameters said) {
        Optional<ActorKind> kind = text(said, "kind").map(AskedParameters::kind);
        Optional<Recipient> partner = references(said, "recipient").stream()
                .findFirst()
                .map(reference -> partners.byId(partnerId(reference))
                        .map(Recipients::of)
                        .orElseThrow(() -> wrong("The recipient is no partner.")));
        if (partner.isPresent()) {
            Recipient known = partner.get();
            return kind.map(as -> new Recipient(as, known.organisation(), null, Set.of()))
                    .orElse(known);
        }
        String name = text(said, "name").orElse("");
        return kind.map(as -> new Recipient(as, name, null, Set.of()))
                .orElseThrow(() -> wrong("Who would receive? A recipient that is a partner, or a kind and a name."));
    }

    private static String partnerId(Reference reference) {
        boolean logical = Canonical.PARTNER.equals(reference.getIdentifier().getSystem());
        String id = logical
                ? reference.getIdentifier().getValue()
                : reference.getReferenceElement().getIdPart();
        return id == null ? "" : id;
    }

    private static ActorKind kind(String code) {
        return Arrays.stream(ActorKind.values())
                .filter(kind -> kind.code().equals(code) && kind != ActorKind.OWN_WORKFORCE)
                .findFirst()
                .orElseThrow(() -> wrong("The kind is none of those in the table of rules."));
    }

    private static Purpose purpose(Parameters said) {
        String code = value(said, "purpose")
                .map(type -> type instanceof Coding coding ? coding.getCode() : type.primitiveValue())
                .orElse("");
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() -> wrong("The purpose must be a code of purpose-of-use."));
    }

    private Instant at(Parameters said) {
        Optional<Type> at = value(said, "at");
        if (at.isEmpty()) {
            return clock.instant();
        }
        return at.filter(BaseDateTimeType.class::isInstance)
                .map(BaseDateTimeType.class::cast)
                .filter(BaseDateTimeType::hasValue)
                .map(date -> date.getValue().toInstant())
                .orElseThrow(() -> wrong("The instant cannot be read."));
    }

    private static Set<String> types(Parameters said) {
        Set<String> types = new HashSet<>();
        said.getParameter().stream()
                .filter(part -> part.getName().equals("type") && part.hasValue())
                .forEach(part -> types.add(String.valueOf(part.getValue().primitiveValue())));
        return types;
    }

    private static List<Reference> references(Parameters said, String name) {
        return said.getParameter().stream()
                .filter(part -> name.equals(part.getName()) && part.getValue() instanceof Reference)
                .map(part -> (Reference) part.getValue())
                .toList();
    }

    private static IdType literal(Reference reference) {
        return new IdType(reference.getReferenceElement().getValue()).toUnqualifiedVersionless();
    }

    private static Optional<String> text(Parameters said, String name) {
        return value(said, name).map(Type::primitiveValue).filter(text -> !text.isBlank());
    }

    private static Optional<Type> value(Parameters said, String name) {
        @Nullable
        Type value = said.getParameter().stream()
                .filter(part -> name.equals(part.getName()) && part.hasValue())
                .map(part -> part.getValue())
                .findFirst()
                .orElse(null);
        return Optional.ofNullable(value);
    }

    private static UnprocessableEntityException wrong(String sentence) {
        return new UnprocessableEntityException(sentence);
    }
}
