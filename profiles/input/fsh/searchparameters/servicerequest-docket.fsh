Instance: servicerequest-docket
InstanceOf: SearchParameter
Usage: #definition
Title: "Docket"
Description: "Referrals of a court case, by docket number."
* url = "https://warmhandoff.org/fhir/SearchParameter/servicerequest-docket"
* name = "ServicerequestDocket"
* status = #active
* description = "Referrals of a court case, by docket number."
* code = #docket
* base = #ServiceRequest
* type = #token
* expression = "ServiceRequest.extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/court-case').extension.where(url='docket').value"
