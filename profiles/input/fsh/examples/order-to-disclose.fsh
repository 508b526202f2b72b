Instance: order-to-disclose
InstanceOf: IopDisclosureOrder
Usage: #example
Title: "An order under 2.65, with its subpoena"
* insert Part2Record
* extension[section].valueCode = #2.65
* extension[subpoenaAttached].valueBoolean = true
* extension[confidentialCommunications].valueBoolean = false
* extension[verifiedBy][+].valueReference = Reference(lena-ortiz-at-sunrise)
* extension[verifiedBy][+].valueReference = Reference(amir-nasser-at-sunrise)
* identifier.value = "CR-2026-00123-ORD-2"
* status = #current
* type = DocumentTypeCodes#court-order
* subject = Reference(jordan-doe)
* date = "2026-12-05T15:00:00-05:00"
* author = Reference(county-court)
* content.attachment.contentType = #application/pdf
* content.attachment.url = "Binary/order-2"
* context.related = Reference(jordan-uds-panel)
