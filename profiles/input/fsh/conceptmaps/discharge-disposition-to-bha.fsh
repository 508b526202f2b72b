Instance: discharge-disposition-to-bha
InstanceOf: ConceptMap
Usage: #definition
Title: "Discharge disposition to Colorado BHA"
Description: "The end-of-treatment reasons of the Colorado Behavioral Health Administration (CC-BY-4.0); codes only."
* url = "https://warmhandoff.org/fhir/ConceptMap/discharge-disposition-to-bha"
* name = "DischargeDispositionToBha"
* title = "Discharge disposition to Colorado BHA"
* status = #active
* description = "The end-of-treatment reasons of the Colorado Behavioral Health Administration (CC-BY-4.0); codes only."
* sourceUri = "https://warmhandoff.org/fhir/ValueSet/discharge-disposition"
* group.source = "https://warmhandoff.org/fhir/CodeSystem/discharge-disposition"
* group.target = "http://bha.colorado.gov/fhir/bha-ig/CodeSystem/bha-end-of-treatment-reason-cs"
* insert Maps(left-against-advice, wider, 2)
* insert Maps(no-show-lost, equivalent, 3)
* insert Maps(financial, equivalent, 4)
* insert Maps(moved, equivalent, 8)
* insert Maps(incarcerated, equivalent, 9)
* insert Maps(deceased, equivalent, 10)
