Instance: healthcareservice-level
InstanceOf: SearchParameter
Usage: #definition
Title: "Level of care"
Description: "Programmes by a level of care that they offer."
* url = "https://warmhandoff.org/fhir/SearchParameter/healthcareservice-level"
* name = "HealthcareserviceLevel"
* status = #active
* description = "Programmes by a level of care that they offer."
* code = #level
* base = #HealthcareService
* type = #token
* expression = "HealthcareService.extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/asam-level-offered').value"
