package org.warmhandoff.routes.court.order;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what looks like criminal history information (28 CFR 20.3; CJIS Security Policy 4.1). We take none: a case number
 * is all that a programme needs, so a message that brings more is refused as a whole and nothing of it is read on.
 */
final class CriminalHistory {

    /** Words of which the names of such elements are made in NIEM Justice and ECF. */
    private static final Set<String> WORDS = Set.of(
            "arrest",
            "arrestee",
            "biometric",
            "booking",
            "charge",
            "charges",
            "charging",
            "citation",
            "conviction",
            "convictions",
            "crime",
            "criminal",
            "dna",
            "fbi",
            "felony",
            "fingerprint",
            "incarceration",
            "indictment",
            "jail",
            "misdemeanor",
            "mugshot",
            "ncic",
            "offender",
            "offense",
            "plea",
            "rap",
            "sentence",
            "sentencing",
            "statute",
            "verdict",
            "victim",
            "warrant",
            "weapon");

    private static final Set<String> PREFIXES =
            Set.of("criminal", "citation", "juvenile", "biometrics", "intelligence");

    private static final Pattern PHRASE = Pattern.compile(
            "\\b(prior (arrests?|convictions?|offen[cs]es?|record)|criminal (history|record|complaint)|rap sheet"
                    + "|arrest (record|report|warrant)|arrested (for|on)|convict(ed|ions?)|charged with|charges? of"
                    + "|indict(ed|ment)|felon(y|ies)|misdemeanou?rs?|sentenced to|ncic|police report"
                    + "|pre-?sentence (report|investigation))\\b",
            Pattern.CASE_INSENSITIVE);

    /** What a court calls a case says no more than that there is one; we do not read it. */
    private static final Set<String> CASE_NAMES =
            Set.of("nc:CaseTitleText", "ecf:CaseCategoryCode", "ecf:CaseTypeCode", "ecf:CaseShortTitleText");

    private static final Pattern WORD_ENDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");

    private CriminalHistory() {}

    /** Throws {@link UnusableOrder} at the first sign of it. */
    static void refuse(XmlElement message) {
        message.all().forEach(CriminalHistory::check);
    }

    private static void check(XmlElement element) {
        if (namesIt(element)) {
            throw refused(element, "An element");
        }
        if (!CASE_NAMES.contains(element.name())
                && element.length() <= HardenedXml.LONGEST_TEXT
                && PHRASE.matcher(element.text()).find()) {
            throw refused(element, "A text");
        }
    }

    private static boolean namesIt(XmlElement element) {
        int colon = element.name().indexOf(':');
        boolean prefix = colon > 0 && PREFIXES.contains(element.name().substring(0, colon));
        return prefix
                || Arrays.stream(WORD_ENDS.split(element.local()))
                        .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                        .anyMatch(WORDS::contains);
    }

    private static UnusableOrder refused(XmlElement element, String what) {
        return new UnusableOrder(
                "business-rule",
                element.path(),
                what + " at this place looks like criminal history information, which is not accepted here; "
                        + "send the case number, conditions and hearing date only.");
    }
}
