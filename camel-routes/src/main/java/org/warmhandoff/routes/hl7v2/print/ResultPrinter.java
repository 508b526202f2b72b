package org.warmhandoff.routes.hl7v2.print;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** Reports, panels, single observations and documents, each a group of OBR and OBX. */
final class ResultPrinter {

    private final ReferralContent content;
    private final ObservationPrinter observations;
    private final StringBuilder out = new StringBuilder();
    private final Set<Observation> grouped = new HashSet<>();
    private int groups;

    ResultPrinter(ReferralContent content) {
        this.content = content;
        this.observations = new ObservationPrinter(content);
    }

    String print() {
        content.all(DiagnosticReport.class).forEach(this::report);
        List<Observation> all = content.all(Observation.class);
        all.stream().filter(Observation::hasHasMember).forEach(this::panel);
        all.stream().filter(observation -> !grouped.contains(observation)).forEach(this::single);
        new DocumentPrinter(content).print(++groups, out);
        return out.toString();
    }

    private void report(DiagnosticReport report) {
        Er7Line obr = obr();
        obr.set(2, number(report, "PLAC")).set(3, number(report, "FILL"));
        obr.set(4, Er7Codes.cwe(report.getCode()));
        obr.set(7, report.hasEffectiveDateTimeType() ? Er7Types.dtm(report.getEffectiveDateTimeType()) : "");
        obr.set(22, Er7Types.dtm(report.getIssuedElement()));
        obr.set(
                24,
                report.getCategory().stream()
                        .findFirst()
                        .map(ResultPrinter::section)
                        .orElse(""));
        obr.text(
                25,
                report.hasStatus()
                        ? CodeTables.REPORT_STATUS
                                .key(report.getStatus().toCode())
                                .orElse("")
                        : "");
        out.append(obr.print());
        if (report.hasConclusion()) {
            out.append(NotePrinter.note(1, report.getConclusion()));
        }
        members(report.getResult());
    }

    private static String section(org.hl7.fhir.r4.model.CodeableConcept category) {
        return Er7Printer.components(Er7Codes.text(category.getCodingFirstRep().getCode()));
    }

    private static String number(DiagnosticReport report, String type) {
        return report.getIdentifier().stream()
                .filter(Identifier::hasValue)
                .filter(identifier ->
                        type.equals(identifier.getType().getCodingFirstRep().getCode()))
                .findFirst()
                .map(Er7Printer::ei)
                .orElse("");
    }

    private void panel(Observation panel) {
        grouped.add(panel);
        out.append(obr().set(4, Er7Codes.cwe(panel.getCode()))
                .set(7, panel.hasEffectiveDateTimeType() ? Er7Types.dtm(panel.getEffectiveDateTimeType()) : "")
                .text(25, "F")
                .print());
        out.append(NotePrinter.notes(panel.getNote()));
        members(panel.getHasMember());
    }

    private void members(List<Reference> references) {
        int ordinal = 0;
        for (Reference reference : references) {
            Observation member = content.find(reference, Observation.class).orElse(null);
            if (member != null && grouped.add(member)) {
                out.append(observations.obx(member, ++ordinal));
            }
        }
    }

    /** OBR-4 repeats what is observed: HL7 v2 has no result without an order. */
    private void single(Observation observation) {
        out.append(obr().set(4, Er7Codes.cwe(observation.getCode()))
                .set(
                        7,
                        observation.hasEffectiveDateTimeType()
                                ? Er7Types.dtm(observation.getEffectiveDateTimeType())
                                : "")
                .text(25, "F")
                .print());
        out.append(observations.obx(observation, 1));
    }

    private Er7Line obr() {
        return new Er7Line("OBR").set(1, Integer.toString(++groups));
    }
}
