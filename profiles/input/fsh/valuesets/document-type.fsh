ValueSet: DocumentType
Id: document-type
Title: "Document type"
Description: "All codes of the code system document-type."
* include codes from system DocumentTypeCodes
