Profile: IopSlot
Parent: Slot
Id: iop-slot
Title: "Slot"
Description: "A time at which a session can be booked. The slot of a group has as many places as its capacity."
* insert Labelled
* extension contains SlotCapacity named capacity 0..1 MS
* serviceType MS
* serviceType from SessionType (preferred)
* schedule MS
* status MS
* start MS
* end MS
* overbooked MS
