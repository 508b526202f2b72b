package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.warmhandoff.routes.forward.ReferralContent;

/** AllergyIntolerances to allergy observations (2.16.840.1.113883.10.20.22.4.7): the way back of {@link AllergiesMapper}. */
final class AllergyEntries {

    private static final String SNOMED = "2.16.840.1.113883.6.96";
    private static final Map<String, String> TYPES = Map.of(
            "allergy|", "232347008",
            "allergy|medication", "416098002",
            "allergy|food", "414285001",
            "allergy|environment", "426232007",
            "intolerance|", "782415009",
            "intolerance|medication", "59037007",
            "intolerance|food", "235719002",
            "|medication", "419511003",
            "|food", "418471000");
    private static final Map<String, String> STATUS = Map.of("inactive", "73425007", "resolved", "413322009");
    private static final Map<String, String> CRITICALITY =
            Map.of("low", "CRITL", "high", "CRITH", "unable-to-assess", "CRITU");
    private static final Map<String, String> SEVERITY =
            Map.of("mild", "255604002", "moderate", "6736007", "severe", "24484000");

    private final ReferralContent content;
    private final CdaOut out;
    private final CdaParts parts;

    AllergyEntries(ReferralContent content, CdaOut out, CdaParts parts) {
        this.content = content;
        this.out = out;
        this.parts = parts;
    }

    void write(SectionOut sections) {
        List<AllergyIntolerance> all = content.all(AllergyIntolerance.class);
        List<String> words =
                all.stream().map(allergy -> CdaParts.words(allergy.getCode())).toList();
        sections.open(
                Templates.ROOT + "2.6.1",
                "2015-08-01",
                "48765-2",
                "Allergies",
                words.isEmpty() ? List.of("None known to the sender.") : words);
        all.forEach(this::entry);
        sections.close();
    }

    private void entry(AllergyIntolerance allergy) {
        String status = allergy.getClinicalStatus().getCodingFirstRep().getCode();
        out.open("entry", "typeCode", "DRIV").open("act", "classCode", "ACT", "moodCode", "EVN");
        out.empty("templateId", "root", Templates.ROOT + "4.30", "extension", "2015-08-01");
        parts.unknown("id");
        out.empty("code", "code", "CONC", "codeSystem", "2.16.840.1.113883.5.6");
        out.empty("statusCode", "code", "resolved".equals(status) ? "completed" : "active");
        out.open("entryRelationship", "typeCode", "SUBJ").open("observation", "classCode", "OBS", "moodCode", "EVN");
        out.empty("templateId", "root", Templates.ROOT + "4.7", "extension", "2014-06-09");
        parts.ids(allergy.getIdentifier());
        out.empty("code", "code", "ASSERTION", "codeSystem", "2.16.840.1.113883.5.4");
        out.empty("statusCode", "code", "completed");
        if (allergy.getOnset() instanceof DateTimeType onset) {
            out.open("effectiveTime")
                    .empty("low", "value", CdaParts.time(onset))
                    .close();
        }
        out.empty("value", "xsi:type", "CD", "code", type(allergy), "codeSystem", SNOMED);
        out.open("participant", "typeCode", "CSM").open("participantRole", "classCode", "MANU");
        out.open("playingEntity", "classCode", "MMAT");
        parts.concept("code", allergy.getCode());
        out.close().close().close();
        allergy.getReaction().forEach(this::reaction);
        if (allergy.hasCriticality()) {
            String code = CRITICALITY.getOrDefault(allergy.getCriticality().toCode(), "CRITU");
            related("4.145", code, "2.16.840.1.113883.5.1063");
        }
        if (status != null && STATUS.containsKey(status)) {
            related("4.28", STATUS.getOrDefault(status, ""), SNOMED);
        }
        out.close().close().close().close();
    }

    private static String type(AllergyIntolerance allergy) {
        String type = allergy.hasType() ? allergy.getType().toCode() : "";
        String category = allergy.hasCategory() ? allergy.getCategory().get(0).getValueAsString() : "";
        return TYPES.getOrDefault(type + "|" + category, TYPES.getOrDefault(type + "|", "420134006"));
    }

    private void reaction(AllergyIntoleranceReactionComponent reaction) {
        for (CodeableConcept manifestation : reaction.getManifestation()) {
            out.open("entryRelationship", "typeCode", "MFST", "inversionInd", "true")
                    .open("observation", "classCode", "OBS", "moodCode", "EVN");
            out.empty("templateId", "root", Templates.ROOT + "4.9", "extension", "2014-06-09");
            if (reaction.hasOnset()) {
                out.open("effectiveTime")
                        .empty("low", "value", CdaParts.time(reaction.getOnsetElement()))
                        .close();
            }
            parts.concept("value", manifestation, "xsi:type", "CD");
            if (reaction.hasSeverity()) {
                related("4.8", SEVERITY.getOrDefault(reaction.getSeverity().toCode(), "6736007"), SNOMED);
            }
            out.close().close();
        }
    }

    private void related(String template, String code, String system) {
        out.open("entryRelationship", "typeCode", "SUBJ", "inversionInd", "true")
                .open("observation", "classCode", "OBS", "moodCode", "EVN");
        out.empty("templateId", "root", Templates.ROOT + template);
        out.empty("value", "xsi:type", "CD", "code", code, "codeSystem", system);
        out.close().close();
    }
}
