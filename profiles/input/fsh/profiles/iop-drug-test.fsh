Profile: IopDrugTest
Parent: Observation
Id: iop-drug-test
Title: "Drug test"
Description: "One analyte, or a panel of them, with whether the result is what treatment leads to expect and whether the specimen can be relied on. A test that the patient refused or missed is cancelled with a data-absent reason."
* insert Labelled
* insert ImposesUSCore(us-core-observation-lab)
* obeys iop-uds-1
* extension contains
    ExpectedResult named expectedResult 0..1 MS and
    UdsValidityExtension named validity 0..1 MS and
    CollectionObserved named collectionObserved 0..1 MS
* status MS
* category 1..* MS
* insert SlicedBy(category, $this)
* category contains laboratory 1..1 MS
* category[laboratory] = $ObservationCategory#laboratory
* code MS
* code from DrugTest (extensible)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] MS
* value[x] MS
* dataAbsentReason MS
* interpretation MS
* interpretation ^short = "POS or NEG"
* specimen MS
* hasMember MS
* component MS
* component.extension contains ExpectedResult named expectedResult 0..1

Invariant: iop-uds-1
Description: "A reported test has a time, a specimen or members, and a result or the reason why there is none."
Severity: #error
Expression: "(status='final' or status='amended' or status='corrected') implies (effective.exists() and (specimen.exists() or hasMember.exists()) and (value.exists() or dataAbsentReason.exists() or hasMember.exists()))"
