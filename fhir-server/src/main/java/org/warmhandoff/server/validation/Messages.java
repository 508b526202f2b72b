package org.warmhandoff.server.validation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;

/** The validator's messages as findings: what asks nothing of a sender is left out. */
final class Messages {

    /** Say what the server has not got, not what is wrong with the resource. */
    private static final Set<String> OUR_OWN_LIMITS = Set.of(
            I18nConstants.VALIDATION_VAL_PROFILE_DEPENDS_NOT_RESOLVED,
            I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN,
            I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN_NOT_POLICY,
            // Extensions that stand for elements of R5: its definitions are not at hand.
            I18nConstants.EXTENSION_EXT_VERSION_INVALID,
            I18nConstants.EXTENSION_EXT_VERSION_NOCHANGE,
            I18nConstants.TERMINOLOGY_TX_BINDING_NOSOURCE,
            I18nConstants.TERMINOLOGY_TX_VALUESET_NOTFOUND,
            I18nConstants.TERMINOLOGY_TX_SYSTEM_NO_CODE);

    private static final Pattern CONSTRAINT =
            Pattern.compile("Constraint failed: ([A-Za-z0-9-]+): '(.*?)'.*", Pattern.DOTALL);
    private static final String CODE = "terminology";
    private static final int LONGEST = 500;

    private Messages() {}

    private static Optional<Finding> finding(ValidationMessage message) {
        IssueSeverity level = message.getLevel();
        if (level == IssueSeverity.INFORMATION
                || level == IssueSeverity.NULL
                || (message.getMessageId() != null && OUR_OWN_LIMITS.contains(message.getMessageId()))) {
            return Optional.empty();
        }
        boolean error = level == IssueSeverity.ERROR || level == IssueSeverity.FATAL;
        String text = message.getMessage() == null ? "" : message.getMessage();
        Matcher constraint = CONSTRAINT.matcher(text);
        boolean invariant = constraint.matches();
        return Optional.of(new Finding(
                error,
                invariant ? constraint.group(1) : key(message),
                path(message),
                shortened(invariant ? constraint.group(2) : text)));
    }

    /** Messages of the parser have no name, and those of the terminology service their text where others have theirs. */
    private static String key(ValidationMessage message) {
        String id = message.getMessageId();
        if (id == null) {
            return message.getType() == null ? "structure" : message.getType().toCode();
        }
        return id.contains(" ") || id.regionMatches(true, 0, CODE, 0, CODE.length())
                ? "code"
                : id.toLowerCase(Locale.ROOT);
    }

    /** Of what is said twice of one code the last, which says most. */
    static List<Finding> findings(Collection<ValidationMessage> messages) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        messages.forEach(message -> finding(message).ifPresent(finding -> findings.put(name(finding), finding)));
        return List.copyOf(findings.values());
    }

    private static String name(Finding finding) {
        return finding.key().equals("code") ? finding.reason() : finding.reason() + finding.sentence();
    }

    private static String path(ValidationMessage message) {
        String location = message.getLocation();
        // What is no XML has no elements to name.
        return location == null || location.equals("(xml)") ? "" : location.replaceAll("\\s*/\\*.*?\\*/\\s*", "");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
