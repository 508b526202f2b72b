ValueSet: ProgramTrack
Id: program-track
Title: "Programme track"
Description: "All codes of the code system program-track."
* include codes from system ProgramTrackCodes
