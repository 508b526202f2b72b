Instance: servicerequest-court-report
InstanceOf: OperationDefinition
Usage: #definition
Title: "Produce a court report"
Description: "Produces and sends the progress report of a court-ordered referral. Held until a consent that names the court is active."
* url = "https://warmhandoff.org/fhir/OperationDefinition/servicerequest-court-report"
* name = "ServicerequestCourtReport"
* title = "Produce a court report"
* status = #active
* kind = #operation
* description = "Produces and sends the progress report of a court-ordered referral. Held until a consent that names the court is active."
* code = #court-report
* affectsState = true
* resource = #ServiceRequest
* system = false
* type = false
* instance = true
* insert Parameter(start, in, 0, 1, date)
* parameter[=].documentation = "Start of the reporting period; the end of the last one without it"
* insert Parameter(end, in, 0, 1, date)
* parameter[=].documentation = "End of the reporting period; today without it"
* insert Parameter(return, out, 1, 1, Composition)
* parameter[=].documentation = "The report"
