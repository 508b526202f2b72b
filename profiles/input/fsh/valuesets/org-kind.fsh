ValueSet: OrgKind
Id: org-kind
Title: "Organization kind"
Description: "All codes of the code system org-kind."
* include codes from system OrgKindCodes
