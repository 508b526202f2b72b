Extension: RemsTakeHome
Id: rems-take-home
Title: "Take-home doses"
Description: "Doses under this order may be taken home."
Context: MedicationRequest
* value[x] 1..1
* value[x] only boolean
