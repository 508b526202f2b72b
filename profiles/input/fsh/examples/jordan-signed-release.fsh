Instance: jordan-signed-release
InstanceOf: IopNote
Usage: #example
Title: "The signed release of information"
* insert Part2Record
* status = #current
* type = $LOINC#64292-6
* category = $USCoreDocumentCategory#clinical-note
* subject = Reference(jordan-doe)
* date = "2026-12-01T12:00:00-05:00"
* author = Reference(lena-ortiz-at-sunrise)
* content.attachment.contentType = #application/pdf
* content.attachment.url = "Binary/signed-release"
* context.encounter = Reference(jordan-individual)
