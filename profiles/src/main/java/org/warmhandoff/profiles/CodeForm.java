package org.warmhandoff.profiles;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What codes of a system look like, for systems whose content is licensed or too large to ship. */
record CodeForm(String description, Pattern pattern, Predicate<String> checkDigit) {

    private static final Map<String, CodeForm> FORMS = Map.ofEntries(
            form(CodeSystems.LOINC, "digits, hyphen, check digit", "\\d{1,7}-\\d|L[ALPG]\\d+-\\d", CodeForm::loinc),
            form("http://snomed.info/sct", "6 to 18 digits with a check digit", "[1-9]\\d{5,17}", CodeForm::verhoeff),
            form("http://www.nlm.nih.gov/research/umls/rxnorm", "digits", "\\d{1,8}"),
            form(
                    CodeSystems.ICD_10_CM,
                    "letter, digit, character, then up to four",
                    "[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?"),
            form("http://www.ama-assn.org/go/cpt", "five characters", "\\d{4}[0-9A-Z]"),
            form("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "letter and four digits", "[A-Z]\\d{4}"),
            form("https://www.nubc.org/CodeSystem/RevenueCodes", "four digits", "\\d{4}"),
            form("http://nucc.org/provider-taxonomy", "nine characters and X", "[0-9A-Z]{9}X"),
            form("http://hl7.org/fhir/sid/ndc", "10 or 11 digits", "\\d{4,5}-?\\d{3,4}-?\\d{1,2}"),
            form("http://hl7.org/fhir/sid/cvx", "digits", "\\d{1,3}"),
            form("http://hl7.org/fhir/us/core/CodeSystem/careplan-category", "assess-plan", "assess-plan"),
            form(
                    "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
                    "clinical-note",
                    "clinical-note"),
            form(
                    "http://hl7.org/fhir/us/core/CodeSystem/us-core-provenance-participant-type",
                    "transmitter",
                    "transmitter"));

    private static final int[][] DIHEDRAL = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[] SHIFT = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    static Optional<CodeForm> of(@Nullable String system) {
        return system == null ? Optional.empty() : Optional.ofNullable(FORMS.get(system));
    }

    boolean fits(String code) {
        return pattern.matcher(code).matches() && checkDigit.test(code);
    }

    private static Map.Entry<String, CodeForm> form(String system, String description, String pattern) {
        return form(system, description, pattern, code -> true);
    }

    private static Map.Entry<String, CodeForm> form(
            String system, String description, String pattern, Predicate<String> checkDigit) {
        return Map.entry(system, new CodeForm(description, Pattern.compile(pattern), checkDigit));
    }

    /** Mod 10 over the digits before the hyphen; answer and part codes carry a prefix and are not checked. */
    static boolean loinc(String code) {
        if (Character.isLetter(code.charAt(0))) {
            return true;
        }
        int hyphen = code.indexOf('-');
        int sum = 0;
        for (int i = 0; i < hyphen; i++) {
            int digit = code.charAt(hyphen - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return (10 - sum % 10) % 10 == code.charAt(hyphen + 1) - '0';
    }

    /** Verhoeff's check over the dihedral group, as SNOMED CT identifiers use it. */
    static boolean verhoeff(String code) {
        int check = 0;
        for (int i = 0; i < code.length(); i++) {
            int digit = code.charAt(code.length() - 1 - i) - '0';
            check = DIHEDRAL[check][permuted(i, digit)];
        }
        return check == 0;
    }

    private static int permuted(int position, int digit) {
        int result = digit;
        for (int i = 0; i < position % 8; i++) {
            result = SHIFT[result];
        }
        return result;
    }
}
