Extension: NextReview
Id: iop-next-review
Title: "Next review"
Description: "When the treatment plan is reviewed next, every 30 days unless the programme sets another interval."
Context: CarePlan
* value[x] 1..1
* value[x] only date
