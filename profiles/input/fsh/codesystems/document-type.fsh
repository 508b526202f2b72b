CodeSystem: DocumentTypeCodes
Id: document-type
Title: "Document type"
Description: "Documents for which we know no LOINC code."
* insert OwnCodeSystem(document-type)
* #court-order "Court order"
* #court-report "Court report"
* #subpoena "Subpoena"
* #release-of-information "Release of information"
