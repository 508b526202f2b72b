Profile: IopPractitioner
Parent: Practitioner
Id: iop-practitioner
Title: "Practitioner"
Description: "A therapist, psychiatrist, nurse, case manager or referring clinician."
* insert Labelled
* insert ImposesUSCore(us-core-practitioner)
* insert KnownIdentifier
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* insert SlicedBy(identifier, $this)
* identifier contains npi 0..* MS
* identifier[npi] ^patternIdentifier.system = $NPI
* name 1..* MS
* name.family 1..1 MS
* insert Telecom
* insert PostalAddress
* address.country MS
