package org.warmhandoff.routes.court.order;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
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
            "arrested",
            "arrestee",
            "arrests",
            "biometric",
            "biometrics",
            "booking",
            "charge",
            "charged",
            "charges",
            "charging",
            "citation",
            "convicted",
            "conviction",
            "convictions",
            "crime",
            "crimes",
            "criminal",
            "dna",
            "fbi",
            "felonies",
            "felony",
            "fingerprint",
            "fingerprints",
            "incarceration",
            "indictment",
            "indictments",
            "jail",
            "misdemeanor",
            "misdemeanors",
            "mugshot",
            "ncic",
            "offence",
            "offences",
            "offender",
            "offense",
            "offenses",
            "parole",
            "plea",
            "prison",
            "rap",
            "sentence",
            "sentences",
            "sentencing",
            "statute",
            "verdict",
            "victim",
            "victims",
            "warrant",
            "warrants",
            "weapon");

    private static final Set<String> PREFIXES =
            Set.of("criminal", "citation", "juvenile", "biometrics", "intelligence");

    /** Against {@link #plain}: one space between words, no punctuation. */
    private static final Pattern PHRASE = Pattern.compile(
            "\\b(prior (arrests?|convictions?|offen[cs]es?|record)|criminal (charges?|history|record|complaint)|rap sheet"
                    + "|arrest (record|report|warrant)|arrest(ed|s) (for|on|in)|(was|were|been) arrested|convict(ed|ions?)"
                    + "|charged with|charges? (of|pending|filed|dismissed)|counts? of|indict(ed|ments?)|felon(y|ies)"
                    + "|misdemeanou?rs?|(instant|underlying|charged|index) offen[cs]es?|offen[cs]e history"
                    + "|sentenced to|sentence of|(jail|prison) (time|term|sentence)|incarcerat(ed|ions?)"
                    + "|(plead(s|ed)?|pled|found) guilty|guilty plea|parole[ed]?|dui|dwi|ncic|(fbi|sid) (number|no)"
                    + "|police report|pre ?sentence (report|investigation))\\b");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Cyrillic and Greek letters that look like Latin ones, and those. */
    private static final String ALIKE =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0501\u03bf\u03bd\u03b9";

    private static final String LATIN = "aeopcyxisdovi";

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
                && PHRASE.matcher(plain(element.text())).find()) {
            throw refused(element, "A text");
        }
    }

    /** As a person reads it, whatever signs it is written with. */
    private static String plain(String text) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder(visible);
        for (int i = 0; i < latin.length(); i++) {
            int alike = ALIKE.indexOf(latin.charAt(i));
            if (alike >= 0) {
                latin.setCharAt(i, LATIN.charAt(alike));
            }
        }
        return BETWEEN_WORDS.matcher(latin).replaceAll(" ");
    }

    private static boolean namesIt(XmlElement element) {
        int colon = element.name().indexOf(':');
        boolean prefix = colon > 0 && PREFIXES.contains(element.name().substring(0, colon));
        return prefix
                || Arrays.stream(WORD_ENDS.split(element.local()))
                        .map(word -> word.toLowerCase(Locale.ROOT))
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
