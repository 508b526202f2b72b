Instance: v2-type-to-referral-kind
InstanceOf: ConceptMap
Usage: #definition
Title: "RF1-3 to referral kind"
Description: "Referral type of HL7 v2 (table 0281). It states a specialty and no occasion."
* url = "https://warmhandoff.org/fhir/ConceptMap/v2-type-to-referral-kind"
* name = "V2TypeToReferralKind"
* title = "RF1-3 to referral kind"
* status = #active
* description = "Referral type of HL7 v2 (table 0281). It states a specialty and no occasion."
* sourceUri = "http://terminology.hl7.org/ValueSet/v2-0281"
* targetUri = "https://warmhandoff.org/fhir/ValueSet/referral-kind"
* group.source = "http://terminology.hl7.org/CodeSystem/v2-0281"
* group.target = "https://warmhandoff.org/fhir/CodeSystem/referral-kind"
* insert Maps(Psy, wider, clinical)
* insert Maps(Med, wider, clinical)
