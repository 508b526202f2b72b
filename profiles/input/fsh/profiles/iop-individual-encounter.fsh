Profile: IopIndividualEncounter
Parent: Encounter
Id: iop-individual-encounter
Title: "Individual session"
Description: "A session with one patient: therapy, psychiatric evaluation, medication management, intake."
* insert Labelled
* insert ImposesUSCore(us-core-encounter)
* insert PatientSession
* partOf 0..0
