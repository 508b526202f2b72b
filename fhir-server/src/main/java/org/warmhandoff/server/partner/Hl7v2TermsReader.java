package org.warmhandoff.server.partner;

import static org.warmhandoff.server.partner.PartnerEntryReader.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.Table0211;
import org.warmhandoff.routes.partner.ClientCertificate;
import org.warmhandoff.routes.partner.Hl7v2Terms;

/** Reads {@code tls} and {@code hl7v2} of an entry: by what a partner is known, and what it wants to be sent. */
final class Hl7v2TermsReader {

    private final EndpointReader endpoints;

    Hl7v2TermsReader(EndpointReader endpoints) {
        this.endpoints = endpoints;
    }

    Hl7v2Terms read(PartnerProperties.Entry entry, String where) {
        PartnerProperties.Hl7v2 hl7v2 = entry.hl7v2();
        return new Hl7v2Terms(
                entry.tls() == null ? null : certificate(entry.tls(), where + ".tls"),
                hl7v2 == null ? null : charset(hl7v2.charset(), where + ".hl7v2.charset"),
                hl7v2 == null ? Set.of() : notices(hl7v2.notices(), where + ".hl7v2.notices"));
    }

    private ClientCertificate certificate(PartnerProperties.Tls tls, String where) {
        Set<String> fingerprints = fingerprints(tls.certificateFingerprint(), where + ".certificate-fingerprint");
        ClientCertificate certificate = new ClientCertificate(
                fingerprints,
                subject(tls.certificateSubject(), where + ".certificate-subject"),
                tls.certificate() == null ? null : endpoints.file(tls.certificate()),
                !Boolean.FALSE.equals(tls.required()));
        check(
                !fingerprints.isEmpty() || certificate.subject() != null || certificate.file() != null,
                where,
                "names no certificate: give certificate-fingerprint, certificate-subject or certificate");
        return certificate;
    }

    private static Set<String> fingerprints(@Nullable String value, String where) {
        if (value == null || value.isBlank()) {
            return Set.of();
        }
        Set<String> fingerprints = Arrays.stream(value.split(","))
                .map(one -> one.strip().replace(":", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        check(
                fingerprints.stream().allMatch(one -> one.matches("[0-9a-f]{64}")),
                where,
                "\"" + value + "\" is no SHA-256 fingerprint in hexadecimal");
        return fingerprints;
    }

    private static @Nullable X500Principal subject(@Nullable String value, String where) {
        try {
            return value == null || value.isBlank() ? null : new X500Principal(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidPartner(where, "\"" + value + "\" is no subject such as CN=name,O=hospital");
        }
    }

    private static @Nullable String charset(@Nullable String value, String where) {
        check(
                value == null || Table0211.charset(value).isPresent(),
                where,
                "\"" + value + "\" is no character set of HL7 table 0211 that is known here");
        return value;
    }

    private static Set<String> notices(List<String> values, String where) {
        values.forEach(
                value -> check(Hl7v2Terms.OFFERED.contains(value), where, "\"" + value + "\" is none of adt, mdm"));
        return Set.copyOf(values);
    }
}
