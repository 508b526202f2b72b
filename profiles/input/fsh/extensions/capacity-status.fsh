Extension: CapacityStatusExtension
Id: capacity-status
Title: "Capacity status"
Description: "Whether the programme can take patients now. A referral is not accepted where there is no capacity."
Context: HealthcareService
* value[x] 1..1
* value[x] only code
* valueCode from CapacityStatus (required)
