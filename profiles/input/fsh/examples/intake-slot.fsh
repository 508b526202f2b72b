Instance: intake-slot
InstanceOf: IopSlot
Usage: #example
Title: "A slot for an intake"
* extension[capacity].valuePositiveInt = 1
* serviceType = SessionTypeCodes#intake-assessment
* schedule = Reference(lena-schedule)
* status = #busy
* start = "2026-11-25T13:00:00-05:00"
* end = "2026-11-25T14:00:00-05:00"
