Instance: jordan-discharge-note
InstanceOf: IopNote
Usage: #example
Title: "Discharge summary"
* insert Part2Record
* status = #current
* type = $LOINC#78263-1
* category = $USCoreDocumentCategory#clinical-note
* subject = Reference(jordan-doe)
* date = "2026-12-01T12:00:00-05:00"
* author = Reference(lena-ortiz-at-sunrise)
* content.attachment.contentType = #application/pdf
* content.attachment.url = "Binary/discharge-note"
* context.encounter = Reference(jordan-individual)
