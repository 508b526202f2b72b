Instance: encounter-attendance
InstanceOf: SearchParameter
Usage: #definition
Title: "Attendance"
Description: "Sessions by whether the patient attended."
* url = "https://warmhandoff.org/fhir/SearchParameter/encounter-attendance"
* name = "EncounterAttendance"
* status = #active
* description = "Sessions by whether the patient attended."
* code = #attendance
* base = #Encounter
* type = #token
* expression = "Encounter.extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/iop-attendance').value"
