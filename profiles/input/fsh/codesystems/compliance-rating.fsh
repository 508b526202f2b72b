CodeSystem: ComplianceRatingCodes
Id: compliance-rating
Title: "Compliance rating"
Description: "How well a participant kept to the plan in the reporting period."
* insert OwnCodeSystem(compliance-rating)
* #compliant "Compliant"
* #partial "Partially compliant"
* #non-compliant "Not compliant"
