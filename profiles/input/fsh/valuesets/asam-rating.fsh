ValueSet: AsamRating
Id: asam-rating
Title: "Risk rating"
Description: "All codes of the code system asam-rating."
* include codes from system AsamRatingCodes
