ValueSet: ReferralSource
Id: referral-source
Title: "Referral source"
Description: "All codes of the code system referral-source."
* include codes from system ReferralSourceCodes
