Profile: IopNote
Parent: DocumentReference
Id: iop-note
Title: "Clinical note"
Description: "An intake, progress or discharge note, or a document that came with a referral."
* insert Labelled
* insert ImposesUSCore(us-core-documentreference)
* insert Note
