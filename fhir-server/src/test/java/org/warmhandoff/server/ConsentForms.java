package org.warmhandoff.server;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Consent;

/** Consents that keep the guide's profile. */
public final class ConsentForms {

    private ConsentForms() {}

    /** In force now, under 42 CFR 2.31, for one purpose, to one partner. */
    public static Consent specific(String patientId, String purpose, String partner) {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Consent.class,
                        """
                        {"resourceType": "Consent", "status": "active",
                         "meta": {"security": [
                          {"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R"},
                          {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "42CFRPart2"}]},
                         "scope": {"coding": [
                          {"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}]},
                         "category": [{"coding": [
                          {"system": "https://warmhandoff.org/fhir/CodeSystem/consent-kind", "code": "specific-2.31"}]}],
                         "patient": {"reference": "Patient/%1$s"}, "performer": [{"reference": "Patient/%1$s"}],
                         "dateTime": "2026-11-01", "sourceAttachment": {"title": "Signed"},
                         "policy": [{"uri": "https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2"}],
                         "policyRule": {"coding": [
                          {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "42CFRPart2CD"}]},
                         "provision": {"type": "permit", "period": {"start": "2026-11-01", "end": "2037-01-01"},
                          "actor": [{"role": {"coding": [
                            {"system": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "code": "IRCP"}]},
                           "reference": {"reference": "Organization/%3$s"}}],
                          "purpose": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "%2$s"}]}}"""
                                .formatted(patientId, purpose, partner));
    }
}
