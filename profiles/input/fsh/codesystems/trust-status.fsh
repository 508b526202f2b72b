CodeSystem: TrustStatusCodes
Id: trust-status
Title: "Trust status"
Description: "Whether an organization may exchange with the hub."
* insert OwnCodeSystem(trust-status)
* #trusted "Trusted"
* #suspended "Suspended"
* #unknown "Unknown" "Named in a message, never configured."
