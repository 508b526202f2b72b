Profile: IopPayerAttribution
Parent: Group
Id: iop-payer-attribution
Title: "Payer attribution"
Description: "The members of one payer, for bulk export. The server makes one for each payer and keeps its members in step with Coverage; the payer sees the group without its members."
* insert Labelled
* insert PatientGroup
* identifier 1..*
* code = GroupKindCodes#payer-attribution
* managingEntity 1..1
* managingEntity only Reference(Organization)
