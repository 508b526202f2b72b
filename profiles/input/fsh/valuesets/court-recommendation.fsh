ValueSet: CourtRecommendation
Id: court-recommendation
Title: "Recommendation to the court"
Description: "All codes of the code system court-recommendation."
* include codes from system CourtRecommendationCodes
