package org.warmhandoff.routes.hl7v2.referral;

import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments;
import org.warmhandoff.routes.hl7v2.segment.MshMapper;
import org.warmhandoff.routes.hl7v2.segment.NteMapper;
import org.warmhandoff.routes.hl7v2.segment.Translation;

/** REF^I14 to one Task that asks for cancellation: whose referral (RF1-6), why (RF1-10) and what else is said (NTE). */
final class CancellationAssembly {

    private static final String NO_REASON = "Cancelled by the referring provider";

    private final Translation translation;
    private final MessageSegments segments;

    CancellationAssembly(Translation translation, MessageSegments segments) {
        this.translation = translation;
        this.segments = segments;
    }

    Bundle assemble() {
        Fields rf1 = segments.first("RF1");
        Rf1Mapper mapper = new Rf1Mapper(translation, rf1);
        Task task = new TaskMapper(translation).task(BusinessStatus.CANCELLATION_REQUESTED, mapper.identifiers());
        CodeableConcept reason = rf1.concept(10);
        task.setStatusReason(reason == null ? new CodeableConcept().setText(NO_REASON) : reason);
        List<Annotation> notes = NteMapper.map(segments.notes);
        notes.forEach(task::addNote);
        translation.resources().add(translation.key("Task", 1), task);
        MshMapper msh = new MshMapper(segments.first("MSH"));
        Bundle bundle = translation.resources().toBundle(msh.labels());
        msh.map(bundle);
        return bundle;
    }
}
