ValueSet: SafeContact
Id: safe-contact
Title: "Safe contact"
Description: "All codes of the code system safe-contact."
* include codes from system SafeContactCodes
