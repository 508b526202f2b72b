ValueSet: GroupKind
Id: group-kind
Title: "Group kind"
Description: "All codes of the code system group-kind."
* include codes from system GroupKindCodes
