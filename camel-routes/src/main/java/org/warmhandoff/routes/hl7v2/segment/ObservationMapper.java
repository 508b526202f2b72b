package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Observations;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Result;

/**
 * OBR with its OBX to a DiagnosticReport, or to a panel Observation when it is a screening instrument (v2-to-FHIR: Segment
 * OBR to DiagnosticReport); documents go to {@link DocumentMapper}.
 */
public final class ObservationMapper {

    /** What the groups belong to. */
    public interface Top {

        void add(Reference reference);

        void note(Annotation note);
    }

    private final Translation translation;
    private final Reference patient;
    private final ObxMapper results;
    private final DocumentMapper documents;
    private final Top top;

    private int observations;
    private int reports;
    private int attachments;

    public ObservationMapper(Translation translation, Reference patient, @Nullable Reference encounter, Top top) {
        this.translation = translation;
        this.patient = patient;
        this.results = new ObxMapper(translation, patient, encounter);
        this.documents = new DocumentMapper(translation, patient);
        this.top = top;
    }

    /** Adds all resources of the group, and names those at its top. */
    public void map(Observations group) {
        Fields obr = group.obr();
        DateTimeType time = time(obr);
        List<Reference> members = new ArrayList<>();
        for (Result result : group.results()) {
            if (result.obx().text(2).equalsIgnoreCase("ED")) {
                addDocument(result);
            } else {
                add(members, results.map(result, time));
            }
        }
        CodeableConcept code = obr == null ? null : obr.concept(4);
        if (obr == null || code == null || members.isEmpty() || isItsOnlyResult(group, obr, code)) {
            members.forEach(top::add);
            NteMapper.map(group.notes()).forEach(top::note);
        } else if (ObxMapper.isScreening(code)) {
            top.add(panel(group, obr, code, members));
        } else {
            top.add(report(group, obr, code, members));
        }
    }

    /** HL7 v2 has no result without an order: one that only repeats its one result says nothing more. */
    private static boolean isItsOnlyResult(Observations group, Fields obr, CodeableConcept code) {
        boolean numbered = obr.has(2) || obr.has(3);
        if (numbered || group.results().size() != 1 || !group.notes().isEmpty()) {
            return false;
        }
        CodeableConcept result = group.results().get(0).obx().concept(3);
        boolean same = result != null && result.equalsDeep(code);
        if (same) {
            obr.skip(22, 24, 25);
        }
        return same;
    }

    private static @Nullable DateTimeType time(@Nullable Fields obr) {
        if (obr == null) {
            return null;
        }
        obr.skip(1, 8);
        return obr.dateTime(7);
    }

    private void addDocument(Result result) {
        Reference document = documents.map(result.obx(), ++attachments);
        if (document != null) {
            top.add(document);
        }
    }

    private void add(List<Reference> members, @Nullable Observation observation) {
        if (observation != null) {
            members.add(add(observation));
        }
    }

    private Reference add(Observation observation) {
        return translation.resources().add(translation.key("Observation", ++observations), observation);
    }

    private Reference panel(Observations group, Fields obr, CodeableConcept code, List<Reference> members) {
        obr.skip(2, 3, 22, 24, 25);
        Observation panel = results.about(code, ObservationStatus.FINAL);
        panel.setEffective(obr.dateTime(7));
        panel.setNote(new ArrayList<>(NteMapper.map(group.notes())));
        members.forEach(panel::addHasMember);
        return add(panel);
    }

    private Reference report(Observations group, Fields obr, CodeableConcept code, List<Reference> members) {
        DiagnosticReport report = new DiagnosticReport().setCode(code).setSubject(patient.copy());
        report.setStatus(status(obr));
        report.setEffective(obr.dateTime(7));
        report.setIssuedElement(obr.instant(22));
        report.addCategory(category(obr));
        addNumber(obr, 2, "PLAC", report);
        addNumber(obr, 3, "FILL", report);
        report.setConclusion(conclusion(group.notes()));
        members.forEach(report::addResult);
        return translation.resources().add(translation.key("DiagnosticReport", ++reports), report);
    }

    private static DiagnosticReportStatus status(Fields obr) {
        DiagnosticReportStatus status =
                obr.coded(25, code -> CodeTables.REPORT_STATUS.code(code).map(DiagnosticReportStatus::fromCode));
        return status == null ? DiagnosticReportStatus.UNKNOWN : status;
    }

    private static CodeableConcept category(Fields obr) {
        String table = CodeTables.v2("0074");
        CodeableConcept section = obr.concept(24, table);
        return section == null ? new CodeableConcept(new Coding(table, "LAB", null)) : section;
    }

    private static void addNumber(Fields obr, int field, String type, DiagnosticReport report) {
        Identifier number = obr.entity(field);
        if (number != null) {
            report.addIdentifier(
                    number.setType(CodeTables.IDENTIFIER_TYPE.concept(type).orElseThrow()));
        }
    }

    /** A DiagnosticReport has no notes. */
    private static @Nullable String conclusion(List<Fields> notes) {
        StringJoiner text = new StringJoiner("\n");
        notes.stream().map(NteMapper::text).filter(note -> !note.isEmpty()).forEach(text::add);
        return text.length() == 0 ? null : text.toString();
    }
}
