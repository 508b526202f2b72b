CodeSystem: AdmissionTypeCodes
Id: admission-type
Title: "Admission type"
Description: "How a patient came into the programme."
* insert OwnCodeSystem(admission-type)
* #step-down "Step down"
* #step-up "Step up"
* #direct "Direct"
* #court "Court ordered"
