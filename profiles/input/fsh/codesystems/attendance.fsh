CodeSystem: AttendanceCodes
Id: attendance
Title: "Attendance"
Description: "Whether one patient attended one session. Minutes attended are what counts towards weekly hours."
* insert OwnCodeSystem(attendance)
* #present "Present"
* #late "Came late"
* #left-early "Left early"
* #absent-excused "Absent, excused" "The encounter is cancelled."
* #absent-unexcused "Absent, unexcused" "The encounter is cancelled; for a court client it is reported."
* #telehealth-present "Present by telehealth"
* #programme-cancelled "Cancelled by the programme" "Not held against the patient."
