package org.warmhandoff.routes.court;

import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/** Tells a drug test from any other Observation: whatever is not surely one stays out of a court report. */
public final class DrugTestCodes {

    static final String VALIDITY = Canonical.structureDefinition("uds-validity");
    static final String EXPECTED = Canonical.structureDefinition("expected-result");

    private static final String PROFILE = Canonical.structureDefinition("iop-drug-test");

    /** LOINC codes for drugs in urine, presence by screen or confirmation. */
    private static final Set<String> LOINC = Set.of(
            "14314-9",
            "19359-9",
            "18282-4",
            "70145-8",
            "70144-1",
            "19295-5",
            "70151-6",
            "21431-2",
            "19550-3",
            "93495-0",
            "59673-4",
            "95797-7",
            "58430-0",
            "58359-1",
            "19554-5",
            "19659-2",
            "42242-8",
            "58375-7",
            "101809-2",
            "19261-7",
            "14316-4",
            "19270-8",
            "65750-2");

    private DrugTestCodes() {}

    public static boolean isDrugTest(Observation observation) {
        return observation.hasExtension(VALIDITY)
                || observation.hasExtension(EXPECTED)
                || observation.getMeta().hasProfile(PROFILE)
                || observation.getCode().getCoding().stream().anyMatch(DrugTestCodes::isDrugTest);
    }

    private static boolean isDrugTest(Coding coding) {
        return (CodeSystems.LOINC.equals(coding.getSystem()) && LOINC.contains(coding.getCode()))
                || "uds-panel".equals(coding.getCode());
    }
}
