package org.warmhandoff.routes.ccda;

import java.util.List;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.warmhandoff.routes.forward.ReferralContent;

/** Conditions to problem observations (2.16.840.1.113883.10.20.22.4.4): the way back of {@link ProblemsMapper}. */
final class ProblemEntries {

    private final ReferralContent content;
    private final CdaOut out;
    private final CdaParts parts;

    ProblemEntries(ReferralContent content, CdaOut out, CdaParts parts) {
        this.content = content;
        this.out = out;
        this.parts = parts;
    }

    void write(SectionOut sections) {
        List<Condition> told = content.all(Condition.class).stream()
                .filter(condition -> !verification(condition).equals("entered-in-error"))
                .toList();
        List<String> words = told.stream()
                .map(condition -> CdaParts.words(condition.getCode())
                        + (verification(condition).equals("confirmed") ? "" : " (" + verification(condition) + ")"))
                .toList();
        sections.open(
                Templates.ROOT + "2.5.1",
                "2015-08-01",
                "11450-4",
                "Problems",
                words.isEmpty() ? List.of("None known to the sender.") : words);
        // What is only suspected has no entry: an entry says that it is so.
        told.stream()
                .filter(condition -> verification(condition).equals("confirmed"))
                .forEach(this::entry);
        sections.close();
    }

    private static String verification(Condition condition) {
        String code = condition.getVerificationStatus().getCodingFirstRep().getCode();
        return code == null ? "confirmed" : code;
    }

    private void entry(Condition condition) {
        String status = condition.getClinicalStatus().getCodingFirstRep().getCode();
        boolean over = "resolved".equals(status);
        out.open("entry", "typeCode", "DRIV").open("act", "classCode", "ACT", "moodCode", "EVN");
        out.empty("templateId", "root", Templates.ROOT + "4.3", "extension", "2015-08-01");
        parts.unknown("id");
        out.empty("code", "code", "CONC", "codeSystem", "2.16.840.1.113883.5.6");
        out.empty("statusCode", "code", over ? "completed" : "active");
        out.open("entryRelationship", "typeCode", "SUBJ").open("observation", "classCode", "OBS", "moodCode", "EVN");
        out.empty("templateId", "root", Templates.ROOT + "4.4", "extension", "2015-08-01");
        parts.ids(condition.getIdentifier());
        out.empty("code", "code", "64572001", "codeSystem", "2.16.840.1.113883.6.96");
        out.empty("statusCode", "code", "completed");
        time(condition);
        parts.concept("value", condition.getCode(), "xsi:type", "CD");
        if (condition.hasRecordedDate()) {
            out.open("author").empty("time", "value", CdaParts.time(condition.getRecordedDateElement()));
            out.open("assignedAuthor");
            parts.unknown("id");
            out.close().close();
        }
        if ("inactive".equals(status)) {
            out.open("entryRelationship", "typeCode", "REFR")
                    .open("observation", "classCode", "OBS", "moodCode", "EVN");
            out.empty("templateId", "root", Templates.ROOT + "4.6", "extension", "2014-06-09");
            out.empty("value", "xsi:type", "CD", "code", "73425007", "codeSystem", "2.16.840.1.113883.6.96");
            out.close().close();
        }
        out.close().close().close().close();
    }

    private void time(Condition condition) {
        out.open("effectiveTime");
        if (condition.getOnset() instanceof DateTimeType onset) {
            out.empty("low", "value", CdaParts.time(onset));
        } else {
            out.empty("low", "nullFlavor", "UNK");
        }
        if (condition.getAbatement() instanceof DateTimeType end) {
            out.empty("high", "value", CdaParts.time(end));
        }
        out.close();
    }
}
