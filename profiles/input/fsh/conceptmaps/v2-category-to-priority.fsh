Instance: v2-category-to-priority
InstanceOf: ConceptMap
Usage: #definition
Title: "RF1-5 to priority"
Description: "An emergency (table 0284) is at least urgent."
* url = "https://warmhandoff.org/fhir/ConceptMap/v2-category-to-priority"
* name = "V2CategoryToPriority"
* title = "RF1-5 to priority"
* status = #active
* description = "An emergency (table 0284) is at least urgent."
* sourceUri = "http://terminology.hl7.org/ValueSet/v2-0284"
* targetUri = "http://hl7.org/fhir/ValueSet/request-priority"
* group.source = "http://terminology.hl7.org/CodeSystem/v2-0284"
* group.target = "http://hl7.org/fhir/request-priority"
* insert Maps(E, wider, urgent)
