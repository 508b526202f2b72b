Instance: referral-source-to-bha
InstanceOf: ConceptMap
Usage: #definition
Title: "Referral source to Colorado BHA"
Description: "The referral sources of the Colorado Behavioral Health Administration (CC-BY-4.0); codes only."
* url = "https://warmhandoff.org/fhir/ConceptMap/referral-source-to-bha"
* name = "ReferralSourceToBha"
* title = "Referral source to Colorado BHA"
* status = #active
* description = "The referral sources of the Colorado Behavioral Health Administration (CC-BY-4.0); codes only."
* sourceUri = "https://warmhandoff.org/fhir/ValueSet/referral-source"
* group.source = "https://warmhandoff.org/fhir/CodeSystem/referral-source"
* group.target = "http://bha.colorado.gov/fhir/bha-ig/CodeSystem/bha-referral-source"
* insert Maps(hospital, wider, 3)
* insert Maps(rehab, wider, 2)
* insert Maps(outpatient, wider, 3)
* insert Maps(court, equivalent, 11)
* insert Maps(probation, wider, 7)
* insert Maps(self, equivalent, 1)
* insert Maps(community, wider, 10)
* insert Maps(crisis, equivalent, 13)
* insert Maps(unknown, equivalent, 17)
