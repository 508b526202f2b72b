CodeSystem: UdsValidityCodes
Id: uds-validity
Title: "Specimen validity"
Description: "Whether a drug test specimen can be relied on."
* insert OwnCodeSystem(uds-validity)
* #valid "Valid"
* #dilute "Dilute"
* #adulterated "Adulterated"
* #substituted "Substituted"
* #refused "Refused" "The Observation is cancelled with a data-absent reason."
* #missed "Missed" "The Observation is cancelled with a data-absent reason."
