Instance: jordan-counseling-note
InstanceOf: IopProtectedNote
Usage: #example
Title: "A SUD counseling note"
* meta.security[+] = $Confidentiality#V
* meta.security[+] = $ActCode#PSYTHPN
* meta.security[+] = $ActCode#SUD
* meta.security[+] = $ActCode#42CFRPart2
* meta.security[+] = RecordClassCodes#sud-counseling-note
* status = #current
* type = $LOINC#34904-3
* category = $USCoreDocumentCategory#clinical-note
* subject = Reference(jordan-doe)
* date = "2026-12-01T12:00:00-05:00"
* author = Reference(lena-ortiz-at-sunrise)
* content.attachment.contentType = #application/pdf
* content.attachment.url = "Binary/counseling-note"
* context.encounter = Reference(jordan-individual)
