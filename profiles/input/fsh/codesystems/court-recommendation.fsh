CodeSystem: CourtRecommendationCodes
Id: court-recommendation
Title: "Recommendation to the court"
Description: "What the programme recommends."
* insert OwnCodeSystem(court-recommendation)
* #continue "Continue"
* #step-up "Step up"
* #step-down "Step down"
* #discharge "Discharge"
