package org.warmhandoff.routes.hl7v2.segment;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCategory;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.routes.hl7v2.Er7Value;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** AL1 to AllergyIntolerance (v2-to-FHIR: Segment AL1 to AllergyIntolerance). */
public final class Al1Mapper {

    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";

    private final Translation translation;

    public Al1Mapper(Translation translation) {
        this.translation = translation;
    }

    public void map(Fields al1, int ordinal, Reference patient) {
        al1.skip(1);
        CodeableConcept code = al1.concept(3);
        if (code == null) {
            al1.refuse(3, "missing");
            return;
        }
        AllergyIntolerance allergy = new AllergyIntolerance().setCode(code).setPatient(patient.copy());
        allergy.setClinicalStatus(new CodeableConcept(new Coding(CLINICAL, "active", null)));
        allergy.setVerificationStatus(new CodeableConcept(new Coding(VERIFICATION, "unconfirmed", null)));
        allergy.setType(AllergyIntoleranceType.ALLERGY);
        AllergyIntoleranceCategory category =
                al1.coded(2, type -> CodeTables.ALLERGEN.code(type).map(AllergyIntoleranceCategory::fromCode));
        if (category != null) {
            allergy.addCategory(category);
        }
        allergy.setCriticality(al1.coded(
                4,
                severity -> CodeTables.ALLERGY_SEVERITY.code(severity).map(AllergyIntoleranceCriticality::fromCode)));
        allergy.setOnset(al1.dateTime(6));
        for (Er7Value reaction : al1.all(5)) {
            allergy.addReaction().addManifestation().setText(reaction.component(1));
        }
        translation.resources().add(translation.key("AllergyIntolerance", ordinal), allergy);
    }
}
