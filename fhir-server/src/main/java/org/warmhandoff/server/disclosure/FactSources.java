package org.warmhandoff.server.disclosure;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that features know of recipients and patients, for the gate. */
@Component
class FactSources {

    private final ObjectProvider<TieSource> ties;
    private final ObjectProvider<CoverageSource> coverages;
    private final ObjectProvider<PatientFile> files;
    private final ObjectProvider<NoteAuthors> authors;
    private final ObjectProvider<RecordOwners> owners;

    FactSources(
            ObjectProvider<TieSource> ties,
            ObjectProvider<CoverageSource> coverages,
            ObjectProvider<PatientFile> files,
            ObjectProvider<NoteAuthors> authors,
            ObjectProvider<RecordOwners> owners) {
        this.ties = ties;
        this.coverages = coverages;
        this.files = files;
        this.authors = authors;
        this.owners = owners;
    }

    List<Tie> ties(String partner, String patient) {
        return ties.stream()
                .flatMap(source -> source.ties(partner, patient).stream())
                .toList();
    }

    List<CoverageSource.Span> coverages(String payer, String patient) {
        return coverages.stream()
                .flatMap(source -> source.of(payer, patient).stream())
                .toList();
    }

    PatientFile file() {
        return files.getIfAvailable(() -> PatientFile.EMPTY);
    }

    boolean wrote(String user, Resource note) {
        return authors.stream().anyMatch(source -> source.wrote(user, note));
    }

    boolean owns(String partner, Resource record) {
        return owners.stream().anyMatch(source -> source.owner(record).equals(Optional.of(partner)));
    }
}
