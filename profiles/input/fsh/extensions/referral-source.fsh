Extension: ReferralSourceExtension
Id: referral-source
Title: "Referral source"
Description: "Who sent the patient."
Context: EpisodeOfCare
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from ReferralSource (required)
