Profile: IopPatient
Parent: Patient
Id: iop-patient
Title: "Patient"
Description: "A person who is referred to or treated in a programme. Known by a medical record number; never by a Social Security number."
* insert Labelled
* insert ImposesUSCore(us-core-patient)
* obeys iop-pat-1 and iop-pat-2
* extension contains
    SafeContactExtension named safeContact 0..* MS and
    CourtParticipantId named courtParticipantId 0..* MS
* insert KnownIdentifier
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* name 1..* MS
* name.family MS
* name.given MS
* insert Telecom
* telecom.system 1..1
* telecom.value 1..1
* telecom.use MS
* telecom.extension contains SafeContactExtension named safeContact 0..*
* gender 1..1 MS
* birthDate MS
* insert PostalAddress
* contact MS
* communication MS
* communication.language MS
* generalPractitioner MS

Invariant: iop-pat-1
Description: "A patient has a medical record number (type MR)."
Severity: #error
Expression: "identifier.where(type.coding.where(system='http://terminology.hl7.org/CodeSystem/v2-0203' and code='MR').exists()).exists()"

Invariant: iop-pat-2
Description: "A Social Security number is never kept. What arrives with one is stored without it."
Severity: #error
Expression: "identifier.where(system='http://hl7.org/fhir/sid/us-ssn').empty()"
