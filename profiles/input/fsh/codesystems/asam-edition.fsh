CodeSystem: AsamEditionCodes
Id: asam-edition
Title: "Edition of the criteria"
Description: "Which edition of the level-of-care criteria an assessment used."
* insert OwnCodeSystem(asam-edition)
* #3 "Third edition"
* #4 "Fourth edition"
