Extension: AsamEditionExtension
Id: asam-edition
Title: "Edition of the criteria"
Description: "Which edition of the level-of-care criteria was used. Ratings of two editions cannot be compared."
Context: Observation, ServiceRequest, EpisodeOfCare
* value[x] 1..1
* value[x] only code
* valueCode from AsamEdition (required)
