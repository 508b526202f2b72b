Profile: IopProtectedNote
Parent: DocumentReference
Id: iop-protected-note
Title: "Protected note"
Description: "A psychotherapy note (45 CFR 164.501) or SUD counseling note (42 CFR 2.11). Kept apart from the record, read by its author, disclosed only under a consent of its own, and never part of an export or of $everything."
* insert Labelled
* insert ImposesUSCore(us-core-documentreference)
* insert Note
* meta.security 1..*
* meta.security ^short = "V and PSYTHPN; for a counseling note also SUD, 42CFRPart2 and sud-counseling-note"
* author 1..*
