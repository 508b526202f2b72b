CodeSystem: CapacityStatusCodes
Id: capacity-status
Title: "Capacity status"
Description: "Whether a programme can take patients now."
* insert OwnCodeSystem(capacity-status)
* #capacity "Has capacity"
* #waitlist "Waitlist only"
* #no-capacity "No capacity"
