Extension: PatientSigned
Id: patient-signed
Title: "Signed by the patient"
Description: "Whether, or when, the patient signed the plan."
Context: CarePlan
* value[x] 1..1
* value[x] only boolean or dateTime
