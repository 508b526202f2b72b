package org.warmhandoff.routes.hl7v2.feed;

import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.segment.ObservationMapper;

/** OBR and OBX groups that belong to no request (v2-to-FHIR: Message ORU_R01). */
final class ResultGroups {

    private ResultGroups() {}

    static void map(Feed feed, Reference patient, @Nullable Reference encounter) {
        ObservationMapper mapper = new ObservationMapper(feed.translation(), patient, encounter, new Nobody(feed));
        feed.segments().observations.forEach(mapper::map);
    }

    private record Nobody(Feed feed) implements ObservationMapper.Top {

        @Override
        public void add(Reference reference) {
            // The results stand for themselves.
        }

        @Override
        public void note(Annotation note) {
            feed.note("NTE of results without OBR not mapped");
        }
    }
}
