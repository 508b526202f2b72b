ValueSet: ReferralEvent
Id: referral-event
Title: "Referral event"
Description: "All codes of the code system referral-event."
* include codes from system ReferralEventCodes
