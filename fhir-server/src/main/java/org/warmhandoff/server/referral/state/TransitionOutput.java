package org.warmhandoff.server.referral.state;

import org.hl7.fhir.r4.model.Reference;

/**
 * One {@code output} of {@code $transition}, to be written to {@code Task.output}.
 *
 * @param type a code such as {@code intake-appointment}
 */
public record TransitionOutput(String type, Reference value) {

    /** Whether it refers to a resource of that type, by its literal reference or by {@code Reference.type}. */
    public boolean refersTo(String resourceType) {
        String literal = value.getReferenceElement().getResourceType();
        return resourceType.equals(literal == null ? value.getType() : literal);
    }
}
