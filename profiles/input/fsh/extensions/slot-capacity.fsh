Extension: SlotCapacity
Id: slot-capacity
Title: "Capacity"
Description: "How many patients a slot has places for."
Context: Slot
* value[x] 1..1
* value[x] only positiveInt
