package org.warmhandoff.routes.hl7v2.referral;

import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments;
import org.warmhandoff.routes.hl7v2.segment.MshMapper;
import org.warmhandoff.routes.hl7v2.segment.NteMapper;
import org.warmhandoff.routes.hl7v2.segment.Translation;

/** REF^I14, or an order taken back, to one Task that asks for cancellation: whose referral, why and what else is said (NTE). */
final class CancellationAssembly {

    private static final String NO_REASON = "Cancelled by the referring provider";

    private final Translation translation;
    private final MessageSegments segments;
    private final RequestMapper mapper;

    CancellationAssembly(Translation translation, MessageSegments segments, RequestMapper mapper) {
        this.mapper = mapper;
        this.translation = translation;
        this.segments = segments;
    }

    Bundle assemble() {
        Task task = new TaskMapper(translation).task(BusinessStatus.CANCELLATION_REQUESTED, mapper.identifiers());
        CodeableConcept reason = mapper.cancelReason();
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
