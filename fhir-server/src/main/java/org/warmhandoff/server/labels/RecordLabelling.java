package org.warmhandoff.server.labels;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;

/** The labels that a record has by itself: by its source, its codes and its kind. Asks no database. */
@Component
class RecordLabelling {

    private final Programmes programmes;
    private final RecordSigns signs = new RecordSigns(SensitiveCodes.ofGuide());

    RecordLabelling(Programmes programmes) {
        this.programmes = programmes;
    }

    /**
     * Its own labels and those it states, without what others pass to it.
     *
     * @param isNew whether the server has no version of it yet
     */
    Set<SecurityLabel> of(Resource resource, Writer writer, boolean isNew, Predicate<String> isPatient) {
        if (!Programmes.labels(resource)) {
            return Set.of();
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(bySource(resource, writer, isNew));
        marks.addAll(signs.of(resource, isPatient));
        return LabelSets.sum(SecurityLabel.of(resource), Mark.labels(marks));
    }

    private Set<Mark> bySource(Resource resource, Writer writer, boolean isNew) {
        List<Partner> sources = new ArrayList<>(programmes.named(resource));
        // Naming somebody else does not make a programme's record that one's alone.
        Stream.of(Optional.ofNullable(SecurityLabels.sender(resource)), Optional.ofNullable(writer.partner()))
                .flatMap(Optional::stream)
                .map(programmes::byId)
                .flatMap(Optional::stream)
                .forEach(sources::add);
        if (sources.isEmpty()) {
            return isOurs(resource, writer, isNew) ? programmes.unnamed() : Set.of();
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        sources.stream().filter(Objects::nonNull).map(Programmes::marks).forEach(marks::addAll);
        return marks;
    }

    /** What the server itself changes keeps the source that it had; files that it makes are of what is in them. */
    private static boolean isOurs(Resource resource, Writer writer, boolean isNew) {
        return writer.client() || (isNew && !resource.fhirType().equals("Binary"));
    }
}
