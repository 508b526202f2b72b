ValueSet: Attendance
Id: attendance
Title: "Attendance"
Description: "All codes of the code system attendance."
* include codes from system AttendanceCodes
