CodeSystem: AsamRatingCodes
Id: asam-rating
Title: "Risk rating"
Description: "How a dimension was rated: 0 to 4 in the third edition, a letter in the fourth. Labels are ours."
* insert OwnCodeSystem(asam-rating)
* #0 "Rated 0"
* #1 "Rated 1"
* #2 "Rated 2"
* #3 "Rated 3"
* #4 "Rated 4"
* #A "Rated A"
* #B "Rated B"
* #C "Rated C"
* #D "Rated D"
* #E "Rated E"
