ValueSet: ReferralKind
Id: referral-kind
Title: "Referral kind"
Description: "All codes of the code system referral-kind."
* include codes from system ReferralKindCodes
