ValueSet: ComplianceRating
Id: compliance-rating
Title: "Compliance rating"
Description: "All codes of the code system compliance-rating."
* include codes from system ComplianceRatingCodes
