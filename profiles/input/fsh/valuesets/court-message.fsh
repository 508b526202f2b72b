ValueSet: CourtMessage
Id: court-message
Title: "Court message"
Description: "All codes of the code system court-message."
* include codes from system CourtMessageCodes
