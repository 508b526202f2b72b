Instance: patient-disclosure-accounting
InstanceOf: OperationDefinition
Usage: #definition
Title: "Account for disclosures"
Description: "Who received what of a patient, when, why and under which authority (42 CFR 2.24 and 2.25, 45 CFR 164.528)."
* url = "https://warmhandoff.org/fhir/OperationDefinition/patient-disclosure-accounting"
* name = "PatientDisclosureAccounting"
* title = "Account for disclosures"
* status = #active
* kind = #operation
* description = "Who received what of a patient, when, why and under which authority (42 CFR 2.24 and 2.25, 45 CFR 164.528)."
* code = #disclosure-accounting
* affectsState = false
* resource = #Patient
* system = false
* type = false
* instance = true
* insert Parameter(start, in, 0, 1, date)
* parameter[=].documentation = "From when; three years back without it"
* insert Parameter(end, in, 0, 1, date)
* parameter[=].documentation = "Until when"
* insert Parameter(return, out, 1, 1, Bundle)
* parameter[=].documentation = "A searchset of AuditEvents of the profile iop-disclosure-audit, newest first"
