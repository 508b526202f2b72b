ValueSet: CapacityStatus
Id: capacity-status
Title: "Capacity status"
Description: "All codes of the code system capacity-status."
* include codes from system CapacityStatusCodes
