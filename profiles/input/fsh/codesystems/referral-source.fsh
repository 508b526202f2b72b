CodeSystem: ReferralSourceCodes
Id: referral-source
Title: "Referral source"
Description: "Who sent the patient."
* insert OwnCodeSystem(referral-source)
* #hospital "Hospital"
* #rehab "Rehab centre"
* #outpatient "Outpatient clinician"
* #court "Court"
* #probation "Probation or parole"
* #payer "Payer"
* #self "Patient or family"
* #community "Community agency, school or employer"
* #crisis "Crisis service"
* #unknown "Unknown"
