package org.warmhandoff.routes.hl7v2.feed;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments;
import org.warmhandoff.routes.hl7v2.segment.MshMapper;
import org.warmhandoff.routes.hl7v2.segment.PidMapper;
import org.warmhandoff.routes.hl7v2.segment.Resources;
import org.warmhandoff.routes.hl7v2.segment.SegmentGrouper;
import org.warmhandoff.routes.hl7v2.segment.Translation;
import org.warmhandoff.routes.intake.ClinicalMessage.Content;
import org.warmhandoff.routes.partner.Partner;

/**
 * One message that is being translated.
 *
 * @param event MSH-9.2
 * @param receiver null when the message names nobody
 */
record Feed(String event, Translation translation, @Nullable Partner receiver, SegmentGrouper grouper) {

    MessageSegments segments() {
        return grouper.groups();
    }

    Fields first(String id) {
        return segments().first(id);
    }

    Resources resources() {
        return translation.resources();
    }

    /** PID to Patient, who is always among the resources. */
    Reference patient() {
        return new PidMapper(translation).map(first("PID"));
    }

    void note(String what) {
        translation.conversion().notes().add(what);
    }

    /** To be called last: what was not read by then is noted. */
    Content content() {
        MshMapper msh = new MshMapper(first("MSH"));
        List<Coding> labels = msh.labels();
        Bundle bundle = resources().toBundle(labels);
        msh.map(bundle);
        grouper.noteUnread();
        return new Content(
                translation.sender(),
                receiver,
                bundle,
                translation.conversion().notes().toList());
    }
}
