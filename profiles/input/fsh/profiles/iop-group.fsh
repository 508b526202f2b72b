Profile: IopGroup
Parent: Group
Id: iop-group
Title: "Cohort"
Description: "The patients who attend the same group sessions. Internal: it is a roster and leaves the programme for nobody."
* insert Labelled
* insert PatientGroup
* code = GroupKindCodes#iop-cohort
