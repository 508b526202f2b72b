Profile: IopAttendanceEncounter
Parent: Encounter
Id: iop-attendance-encounter
Title: "Attendance at a group session"
Description: "That one patient attended, or missed, one group session. It is the only trace of a group that may leave the programme, and it leaves without partOf."
* insert Labelled
* insert ImposesUSCore(us-core-encounter)
* insert PatientSession
* partOf MS
* partOf ^short = "The group session; stripped from everything that is released"
