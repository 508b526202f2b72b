Profile: IopCondition
Parent: Condition
Id: iop-condition
Title: "Diagnosis"
Description: "A diagnosis that treatment addresses, in ICD-10-CM and, where known, SNOMED CT. Remission is part of the code. The text of diagnostic manuals is not reproduced."
* insert Labelled
* insert ImposesUSCore(us-core-condition-encounter-diagnosis)
* clinicalStatus MS
* verificationStatus MS
* category 1..* MS
* insert SlicedBy(category, $this)
* category contains encounterDiagnosis 1..1 MS
* category[encounterDiagnosis] = $ConditionCategory#encounter-diagnosis
* severity MS
* severity from ConditionSeverity (preferred)
* code 1..1 MS
* code.coding 1..* MS
* insert SlicedBy(code.coding, $this)
* code.coding contains icd10 1..1 MS and snomed 0..1 MS
* code.coding[icd10] ^patternCoding.system = $ICD10CM
* code.coding[snomed] ^patternCoding.system = $SCT
* subject MS
* subject only Reference(Patient)
* encounter MS
* onset[x] MS
* abatement[x] MS
* recordedDate MS
