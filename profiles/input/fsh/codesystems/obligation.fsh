CodeSystem: ObligationCodes
Id: obligation
Title: "Obligation"
Description: "What must accompany a permitted disclosure."
* insert OwnCodeSystem(obligation)
* #notice "Notice" "The statement of 42 CFR 2.32."
* #consent-copy "Copy of consent" "A copy of the consent, or a clear statement of its scope."
* #labels "Security labels"
* #log "Log" "Audit event and disclosure ledger."
* #minimum-necessary "Minimum necessary"
* #accounting "Accounting" "Counts in an accounting of disclosures."
* #emergency-record "Emergency record" "The record that 42 CFR 2.51 asks for."
* #redact "Redact"
* #two-person "Two-person release"
