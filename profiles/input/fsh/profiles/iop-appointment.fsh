Profile: IopAppointment
Parent: Appointment
Id: iop-appointment
Title: "Appointment"
Description: "A booked intake or session of one patient. A group session is one appointment for each of its patients, so that no appointment shows two."
* insert Labelled
* identifier MS
* status MS
* serviceType MS
* serviceType from SessionType (preferred)
* start MS
* end MS
* slot MS
* basedOn MS
* basedOn only Reference(ServiceRequest)
* participant MS
* participant.actor MS
* participant.status MS
