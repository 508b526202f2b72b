CodeSystem: AsamDimensionCodes
Id: asam-dimension
Title: "Assessment dimension"
Description: "The dimensions that a level-of-care assessment rates. Six in both editions; what a number means depends on the edition, so ratings are never compared across editions. Labels are ours."
* insert OwnCodeSystem(asam-dimension)
* #1 "Dimension 1" "Intoxication, withdrawal and addiction medications."
* #2 "Dimension 2" "Biomedical conditions."
* #3 "Dimension 3" "Psychiatric, emotional, behavioural and cognitive conditions."
* #4 "Dimension 4" "Third edition: readiness to change. Fourth edition: substance-use-related risks."
* #5 "Dimension 5" "Third edition: relapse potential. Fourth edition: recovery environment."
* #6 "Dimension 6" "Third edition: recovery environment. Fourth edition: person-centred considerations, not scored."
