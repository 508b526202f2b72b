package org.warmhandoff.server.consent;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.part2.ActorKind;

/**
 * Whom a provision names: partners by id, other organisations by id, persons as {@code Practitioner/12}, so that no person
 * can share the id of a partner, and classes of recipients.
 *
 * @param unread whether it names somebody besides, who cannot be told
 */
record NamedRecipients(Set<String> ids, Set<ActorKind> classes, boolean unread) {

    private static final Set<String> RECEIVES = Set.of("IRCP", "PRCP", "TRC");
    private static final NamedRecipients NOBODY = new NamedRecipients(Set.of(), Set.of(), true);

    static NamedRecipients of(List<provisionActorComponent> actors, boolean permits) {
        Set<String> ids = new HashSet<>();
        Set<ActorKind> classes = new HashSet<>();
        boolean unread = false;
        for (provisionActorComponent actor : actors) {
            NamedRecipients named = receives(actor) ? of(actor.getReference(), permits) : NOBODY;
            ids.addAll(named.ids());
            classes.addAll(named.classes());
            unread |= named.unread();
        }
        return new NamedRecipients(Set.copyOf(ids), Set.copyOf(classes), unread);
    }

    /** Ids of whom a single reference names. */
    static Set<String> of(Reference reference) {
        return of(reference, true).ids();
    }

    boolean isNobody() {
        return ids.isEmpty() && classes.isEmpty();
    }

    /** An actor without a role can only be the one the provision is about. */
    private static boolean receives(provisionActorComponent actor) {
        List<Coding> roles = actor.getRole().getCoding();
        return roles.isEmpty()
                || roles.stream()
                        .anyMatch(role -> CodeSystems.PARTICIPATION_TYPE.equals(role.getSystem())
                                && RECEIVES.contains(String.valueOf(role.getCode())));
    }

    private static NamedRecipients of(Reference reference, boolean permits) {
        String system = reference.getIdentifier().getSystem();
        String value = reference.getIdentifier().getValue();
        Set<String> ids = new HashSet<>();
        if (Canonical.PARTNER.equals(system) && value != null && !value.isBlank()) {
            ids.add(value.strip().toLowerCase(Locale.ROOT));
        }
        String type = reference.getReferenceElement().getResourceType();
        String id = reference.getReferenceElement().getIdPart();
        // Should the two name different ones, a denial means both, a permission the partner.
        if (type != null && id != null && (ids.isEmpty() || !permits)) {
            ids.add("Organization".equals(type) ? id : type + "/" + id);
        }
        if (!ids.isEmpty()) {
            return new NamedRecipients(ids, Set.of(), false);
        }
        Set<ActorKind> coded = ConsentWords.recipientClass(system, value);
        Set<ActorKind> classes = coded.isEmpty() ? ConsentWords.recipientClass(reference.getDisplay()) : coded;
        return classes.isEmpty() ? NOBODY : new NamedRecipients(Set.of(), classes, false);
    }
}
