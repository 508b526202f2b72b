Instance: discharge-disposition-to-bha-type
InstanceOf: ConceptMap
Usage: #definition
Title: "Discharge disposition to Colorado BHA discharge type"
Description: "The discharge types of the Colorado Behavioral Health Administration (CC-BY-4.0); codes only."
* url = "https://warmhandoff.org/fhir/ConceptMap/discharge-disposition-to-bha-type"
* name = "DischargeDispositionToBhaType"
* title = "Discharge disposition to Colorado BHA discharge type"
* status = #active
* description = "The discharge types of the Colorado Behavioral Health Administration (CC-BY-4.0); codes only."
* sourceUri = "https://warmhandoff.org/fhir/ValueSet/discharge-disposition"
* group.source = "https://warmhandoff.org/fhir/CodeSystem/discharge-disposition"
* group.target = "http://bha.colorado.gov/fhir/bha-ig/CodeSystem/bha-discharge-type-cs"
* insert Maps(completed, equivalent, 01)
* insert Maps(transferred-higher, wider, 02)
* insert Maps(transferred-lower, wider, 02)
* insert Maps(left-against-advice, wider, 03)
* insert Maps(administrative, wider, 03)
* insert Maps(incarcerated, wider, 03)
* insert Maps(deceased, wider, 03)
* insert Maps(no-show-lost, wider, 03)
* insert Maps(moved, wider, 03)
* insert Maps(financial, wider, 03)
