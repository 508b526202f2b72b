package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.xml.XmlElement;

/** CD and CE, coded values (HL7 v3 data types R1, 2.5), with their translations. */
final class Concepts {

    private final SocialSecurityNumbers ssn;

    Concepts(SocialSecurityNumbers ssn) {
        this.ssn = ssn;
    }

    /** Null when the value has neither a code nor words. */
    @Nullable
    CodeableConcept of(XmlElement value, Narrative narrative) {
        CodeableConcept concept = new CodeableConcept();
        codings(value).forEach(coding -> {
            if (concept.getCoding().stream().noneMatch(known -> known.equalsShallow(coding))) {
                concept.addCoding(coding);
            }
        });
        String said = ssn.clean(narrative.said(value.at("originalText")));
        if (!said.isEmpty()) {
            concept.setText(said);
        } else if (!concept.hasCoding() && !value.attribute("displayName").isEmpty()) {
            concept.setText(ssn.clean(value.attribute("displayName")));
        }
        return concept.isEmpty() ? null : concept;
    }

    private List<Coding> codings(XmlElement value) {
        return Stream.concat(Stream.of(value), value.children("translation"))
                .filter(coded -> !coded.attribute("code").isEmpty())
                .map(this::coding)
                .toList();
    }

    private Coding coding(XmlElement coded) {
        Coding coding = new Coding().setCode(coded.attribute("code").replaceAll("\\s+", " "));
        Ii system = Ii.ofRoot(coded.attribute("codeSystem"));
        String made = Roots.authority(system.root(), coded.attribute("codeSystemName"));
        if (!system.isEmpty()) {
            coding.setSystem(made.isEmpty() ? system.system() : made);
        }
        String display = ssn.clean(coded.attribute("displayName"));
        return display.isEmpty() ? coding : coding.setDisplay(display);
    }
}
