package org.warmhandoff.routes.hl7v2.segment;

import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** NTE to an Annotation (v2-to-FHIR: Segment NTE to ServiceRequest, to Observation). */
public final class NteMapper {

    private NteMapper() {}

    public static List<Annotation> map(List<Fields> notes) {
        return notes.stream()
                .map(NteMapper::text)
                .filter(text -> !text.isEmpty())
                .map(text -> new Annotation().setText(text))
                .toList();
    }

    public static String text(Fields nte) {
        nte.skip(1, 2, 4);
        return nte.wholeText(3);
    }
}
