CodeSystem: OrgKindCodes
Id: org-kind
Title: "Organization kind"
Description: "What part an organization plays."
* insert OwnCodeSystem(org-kind)
* #hospital "Hospital"
* #rehab "Rehab centre"
* #iop-program "Intensive outpatient programme"
* #court "Court"
* #probation "Probation or parole office"
* #payer "Payer"
* #lab "Laboratory"
* #hie "Health information exchange"
