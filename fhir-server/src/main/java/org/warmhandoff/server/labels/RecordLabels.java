package org.warmhandoff.server.labels;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.part2.Label;

/** Reads {@code meta.security} in the words of the decision engine. */
public final class RecordLabels {

    private static final Map<SecurityLabel, Label> WORDS = Map.ofEntries(
            Map.entry(SecurityLabel.ROSTER, Label.ROSTER),
            Map.entry(SecurityLabel.SUD_NOTE, Label.SUD_NOTE),
            Map.entry(SecurityLabel.PSYCHOTHERAPY_NOTE, Label.PSYCHOTHERAPY_NOTE),
            Map.entry(SecurityLabel.PSYCHOTHERAPY_NOTE_LAW, Label.PSYCHOTHERAPY_NOTE),
            Map.entry(SecurityLabel.PART2, Label.PART2),
            Map.entry(SecurityLabel.act("MH"), Label.MENTAL_HEALTH),
            Map.entry(SecurityLabel.act("PSY"), Label.MENTAL_HEALTH),
            Map.entry(SecurityLabel.SELF_PAY, Label.SELF_PAY),
            Map.entry(SecurityLabel.ABOUT_OTHERS, Label.ABOUT_OTHERS),
            Map.entry(SecurityLabel.recordClass("court-data"), Label.COURT_DATA),
            Map.entry(SecurityLabel.recordClass("confidential-communication"), Label.CONFIDENTIAL_COMMUNICATION),
            Map.entry(SecurityLabel.recordClass("state-consent-needed"), Label.STATE_CONSENT_NEEDED),
            Map.entry(SecurityLabel.DEIDENTIFIED, Label.DEIDENTIFIED));

    private RecordLabels() {}

    public static Set<Label> of(Resource resource) {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        for (SecurityLabel label : SecurityLabel.of(resource)) {
            Label word = WORDS.get(label);
            if (word != null) {
                labels.add(word);
            }
        }
        return labels;
    }
}
