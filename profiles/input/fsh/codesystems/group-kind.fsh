CodeSystem: GroupKindCodes
Id: group-kind
Title: "Group kind"
Description: "What a Group is for."
* insert OwnCodeSystem(group-kind)
* #iop-cohort "Programme cohort" "The patients who attend the same group sessions. Internal: a roster leaves the programme for nobody."
* #payer-attribution "Payer attribution" "The members of one payer, for bulk export; made and kept by the server from Coverage."
