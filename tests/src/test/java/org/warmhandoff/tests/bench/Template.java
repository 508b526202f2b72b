package org.warmhandoff.tests.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.tests.harness.Client;
import org.warmhandoff.tests.harness.FhirPush;
import org.warmhandoff.tests.harness.Push;

/** One message, sent many times with other numbers and another person each time; making a copy costs next to nothing. */
record Template(String text, List<String> unique, AtomicInteger number) {

    private static final Pattern LOCAL_ID = Pattern.compile("urn:uuid:([^\"]{26})[^\"]{8}");
    private static final String FULFIL = "\"code\": \"fulfill\"";
    private static final int MORE_FINDINGS = 3;

    /** A REF^I12 of a hospital. */
    static Template referralMessage() {
        return of(Push.ofSomebody());
    }

    static Template of(Push push) {
        return of(push.text(), push.client(), push.placer(), push.controlId());
    }

    /** A referral as a transaction of twelve entries. */
    static Template referralTransaction(String requester) {
        FhirPush push = FhirPush.from(requester);
        return of(twelveEntries(push.transaction()), push.client(), push.placer(), push.controlId());
    }

    /** The same Bundle with a Task that asks for something else and so belongs to nobody but HAPI. */
    Template withoutReferral() {
        String plain = text.replace(FULFIL, "\"code\": \"approve\"")
                .replace("CodeSystem/referral-business-status", "CodeSystem/bench-status");
        if (!text.contains(FULFIL)) {
            throw new IllegalStateException("The Task of the transaction no longer says fulfill");
        }
        return new Template(plain, unique, new AtomicInteger());
    }

    String next() {
        int count = number.incrementAndGet();
        String copy = text;
        for (String word : unique) {
            copy = copy.replace(word, word + count);
        }
        return LOCAL_ID.matcher(copy).replaceAll(id -> "urn:uuid:" + id.group(1) + "%08x".formatted(count));
    }

    private static Template of(String text, Client client, String placer, String controlId) {
        List<String> unique = List.of(
                client.family(), client.given(), client.mrn(), client.words().get("member"), placer, controlId);
        return new Template(text, unique, new AtomicInteger());
    }

    private static String twelveEntries(String sixEntries) {
        Matcher ids = Pattern.compile("urn:uuid:([^\"]{34})03").matcher(sixEntries);
        if (!ids.find()) {
            throw new IllegalStateException("The transaction no longer has a Patient");
        }
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < MORE_FINDINGS; i++) {
            more.append(entry(
                    ids.group(1),
                    10 + i,
                    "Condition",
                    """
                    "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "F1%d.20"}]}"""
                            .formatted(i + 1)));
            more.append(entry(
                    ids.group(1),
                    20 + i,
                    "Observation",
                    """
                    "status": "final", "effectiveDateTime": "2026-01-0%d", "valueInteger": 17,
                    "code": {"coding": [{"system": "http://loinc.org", "code": "44261-6"}]}"""
                            .formatted(i + 1)));
        }
        int end = sixEntries.lastIndexOf(']');
        return sixEntries.substring(0, end) + more + sixEntries.substring(end);
    }

    private static String entry(String prefix, int number, String type, String content) {
        return """
                , {"fullUrl": "urn:uuid:%s%d", "request": {"method": "POST", "url": "%s"},
                "resource": {"resourceType": "%s", "subject": {"reference": "urn:uuid:%s03"}, %s}}"""
                .formatted(prefix, number, type, type, prefix, content);
    }
}
