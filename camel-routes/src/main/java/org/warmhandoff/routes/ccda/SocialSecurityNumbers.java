package org.warmhandoff.routes.ccda;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.warmhandoff.routes.xml.XmlElement;

/** Keeps social security numbers out of what is made of a document: those that it declares and what is written like one. */
final class SocialSecurityNumbers {

    private static final Pattern LIKELY =
            Pattern.compile("(?<!\\d)(\\d{3})-(\\d{2})-(\\d{4})(?!\\d)|(?<!\\d)\\d{9}(?!\\d)");

    private final Set<String> declared;

    private SocialSecurityNumbers(Set<String> declared) {
        this.declared = declared;
    }

    static SocialSecurityNumbers in(XmlElement document) {
        return new SocialSecurityNumbers(document.deep()
                .filter(element -> element.name().equals("id"))
                .map(Ii::of)
                .filter(Ii::socialSecurityNumber)
                .map(id -> id.extension().replaceAll("\\D", ""))
                .filter(digits -> digits.length() == 9)
                .collect(Collectors.toUnmodifiableSet()));
    }

    String clean(String text) {
        Matcher likely = LIKELY.matcher(text);
        return likely.replaceAll(
                found -> found.group(1) != null || declared.contains(found.group()) ? "[removed]" : found.group());
    }
}
