package org.warmhandoff.profiles;

/** URIs of the code and identifier systems that the product reads and writes. */
public final class CodeSystems {

    public static final String BUSINESS_STATUS = Canonical.codeSystem("referral-business-status");
    public static final String REFERRAL_KIND = Canonical.codeSystem("referral-kind");
    public static final String CONSENT_KIND = Canonical.codeSystem("consent-kind");
    public static final String ASAM_LEVEL = Canonical.codeSystem("asam-level");
    public static final String ATTENDANCE = Canonical.codeSystem("attendance");
    public static final String SESSION_TYPE = Canonical.codeSystem("session-type");
    public static final String GROUP_KIND = Canonical.codeSystem("group-kind");
    public static final String TASK_CODE = Canonical.codeSystem("task-code");
    public static final String TASK_OUTPUT = Canonical.codeSystem("task-output");
    public static final String DECLINE_REASON = Canonical.codeSystem("decline-reason");
    public static final String COURT_MESSAGE = Canonical.codeSystem("court-message");

    public static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    public static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    public static final String V2_IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
    public static final String V2_EVENT = "http://terminology.hl7.org/CodeSystem/v2-0003";
    public static final String PARTICIPATION_TYPE = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    public static final String FHIR_TASK_CODE = "http://hl7.org/fhir/CodeSystem/task-code";
    public static final String LOINC = "http://loinc.org";
    public static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
    public static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    public static final String US_SSN = "http://hl7.org/fhir/sid/us-ssn";

    private CodeSystems() {}
}
