ValueSet: AsamEdition
Id: asam-edition
Title: "Edition of the criteria"
Description: "All codes of the code system asam-edition."
* include codes from system AsamEditionCodes
