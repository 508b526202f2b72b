CodeSystem: SafeContactCodes
Id: safe-contact
Title: "Safe contact"
Description: "How a patient may be reached without disclosing treatment."
* insert OwnCodeSystem(safe-contact)
* #voicemail-ok "Voicemail"
* #text-ok "Text message"
* #mail-plain "Mail in a plain envelope"
* #none "No contact" "Only in person."
