CodeSystem: ConsentKindCodes
Id: consent-kind
Title: "Consent kind"
Description: "Which consent of 42 CFR Part 2 or HIPAA a directive is. The kind decides which elements are required and which purposes may stand together."
* insert OwnCodeSystem(consent-kind)
* #tpo-2.33 "Treatment, payment and operations" "One consent for all future treatment, payment and health care operations (42 CFR 2.33)."
* #specific-2.31 "Specific disclosure" "A consent that names recipient, purpose and information (42 CFR 2.31)."
* #criminal-justice-2.35 "Criminal justice" "To those in the justice system who made treatment a condition (42 CFR 2.35)."
* #counseling-notes "Counseling notes" "For SUD counseling notes only; never combined with another (42 CFR 2.31(b))."
* #legal-proceeding-2.31d "Legal proceeding" "For use in a civil, criminal, administrative or legislative proceeding only (42 CFR 2.31(d))."
* #hipaa-auth "HIPAA authorization" "An authorization under 45 CFR 164.508."
* #restriction-request "Restriction request" "A restriction that the patient asked for and the programme agreed to (42 CFR 2.26, 45 CFR 164.522)."
