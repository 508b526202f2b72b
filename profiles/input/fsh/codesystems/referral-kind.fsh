CodeSystem: ReferralKindCodes
Id: referral-kind
Title: "Referral kind"
Description: "What occasions the referral."
* insert OwnCodeSystem(referral-kind)
* #step-down "Step down" "From a higher level of care."
* #step-up "Step up" "From a lower level of care."
* #hospital-discharge "Hospital discharge" "From a hospital, at or after discharge."
* #community "Community" "From a clinician, a family, or the patient."
* #court-ordered "Court ordered" "Treatment is a condition that a court, probation or parole set."
* #payer-case-management "Payer case management" "From a case manager of the patient's payer."
* #clinical "Clinical" "A referral by a sender that states no occasion, such as RF1-3 Psy in HL7 v2."
