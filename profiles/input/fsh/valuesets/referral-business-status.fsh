ValueSet: ReferralBusinessStatus
Id: referral-business-status
Title: "Referral business status"
Description: "All codes of the code system referral-business-status."
* include codes from system ReferralBusinessStatusCodes
