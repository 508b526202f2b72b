Instance: servicerequest-court-report
InstanceOf: OperationDefinition
Usage: #definition
Title: "Produce a court report"
Description: "Produces and sends a report or notice of a court-ordered referral. Held until a consent that names the court is active."
* url = "https://warmhandoff.org/fhir/OperationDefinition/servicerequest-court-report"
* name = "ServicerequestCourtReport"
* title = "Produce a court report"
* status = #active
* kind = #operation
* description = "Produces and sends a report or notice of a court-ordered referral. Held until a consent that names the court is active."
* code = #court-report
* affectsState = true
* resource = #ServiceRequest
* system = false
* type = false
* instance = true
* insert Parameter(type, in, 0, 1, code)
* parameter[=].documentation = "Which message, a code of court-message that goes to the court; a progress report without it. One that would not be true, or does not exist, is refused with 422 and the list"
* insert Parameter(period, in, 0, 1, Period)
* parameter[=].documentation = "The reporting period; start and end say the same"
* insert Parameter(start, in, 0, 1, date)
* parameter[=].documentation = "Start of the reporting period; enrolment without it"
* insert Parameter(end, in, 0, 1, date)
* parameter[=].documentation = "End of the reporting period; today without it"
* insert Parameter(phase, in, 0, 1, string)
* parameter[=].documentation = "The phase of the court's programme"
* insert Parameter(recommendation, in, 0, 1, code)
* parameter[=].documentation = "continue, step-up, step-down or discharge"
* insert Parameter(return, out, 1, 1, Composition)
* parameter[=].documentation = "The report"
