package org.warmhandoff.server.referral.state;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Task;

/** iop-task-1 to iop-task-6 of profile iop-referral-task. */
final class TaskInvariants {

    private static final IFhirPath FHIR_PATH = FhirContext.forR4Cached().newFhirPath();
    private static final Map<String, IFhirPath.IParsedExpression> INVARIANTS = read();

    private TaskInvariants() {}

    /** The keys of the invariants that the Task breaks. */
    static List<String> brokenBy(Task task) {
        return INVARIANTS.entrySet().stream()
                .filter(invariant -> !FHIR_PATH
                        .evaluateFirst(task, invariant.getValue(), BooleanType.class)
                        .map(BooleanType::booleanValue)
                        .orElse(false))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, IFhirPath.IParsedExpression> read() {
        try (InputStream file = TaskInvariants.class.getResourceAsStream("task-invariants.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(cell -> cell[0], cell -> parse(cell[1]), (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IFhirPath.IParsedExpression parse(String expression) {
        try {
            return FHIR_PATH.parse(expression);
        } catch (Exception e) {
            throw new IllegalStateException(expression, e);
        }
    }
}
