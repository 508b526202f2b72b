Extension: Telehealth
Id: telehealth
Title: "Telehealth"
Description: "The location is virtual: sessions are held by video or telephone."
Context: Location
* value[x] 1..1
* value[x] only boolean
