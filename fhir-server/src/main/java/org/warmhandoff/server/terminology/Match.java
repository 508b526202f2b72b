package org.warmhandoff.server.terminology;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap.OtherElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/** One translation, and how its meaning stands to that of the code that was asked for. */
record Match(
        ConceptMapEquivalence equivalence, @Nullable Coding concept, List<OtherElementComponent> product, String map) {

    private static final Set<ConceptMapEquivalence> NONE =
            Set.of(ConceptMapEquivalence.UNMATCHED, ConceptMapEquivalence.DISJOINT);

    boolean translates() {
        return !NONE.contains(equivalence);
    }

    /** The other way round: what is wider seen from here is narrower seen from there. */
    static ConceptMapEquivalence inverse(ConceptMapEquivalence equivalence) {
        return switch (equivalence) {
            case WIDER -> ConceptMapEquivalence.NARROWER;
            case NARROWER -> ConceptMapEquivalence.WIDER;
            case SUBSUMES -> ConceptMapEquivalence.SPECIALIZES;
            case SPECIALIZES -> ConceptMapEquivalence.SUBSUMES;
            default -> equivalence;
        };
    }

    void writeTo(ParametersParameterComponent match) {
        match.addPart().setName("equivalence").setValue(new CodeType(equivalence.toCode()));
        if (concept != null) {
            match.addPart().setName("concept").setValue(concept);
        }
        for (OtherElementComponent other : product) {
            ParametersParameterComponent part = match.addPart().setName("product");
            part.addPart().setName("element").setValue(new UriType(other.getProperty()));
            part.addPart()
                    .setName("concept")
                    .setValue(new Coding(other.getSystem(), other.getValue(), other.getDisplay()));
        }
        match.addPart().setName("source").setValue(new UriType(map));
    }
}
