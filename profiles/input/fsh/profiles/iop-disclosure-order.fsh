Profile: IopDisclosureOrder
Parent: DocumentReference
Id: iop-disclosure-order
Title: "Court order to disclose"
Description: "A court's order under subpart E of 42 CFR Part 2, scanned and coded. It authorises and does not compel: without the subpoena beside it, and without two people who verified both, nothing goes out."
* insert Labelled
* extension contains
    OrderSectionExtension named section 1..1 MS and
    SubpoenaAttached named subpoenaAttached 1..1 MS and
    ConfidentialCommunications named confidentialCommunications 0..1 MS and
    VerifiedBy named verifiedBy 2..2 MS
* identifier MS
* status MS
* type 1..1 MS
* type = DocumentTypeCodes#court-order
* subject 1..1 MS
* subject only Reference(Patient)
* date MS
* author MS
* author ^short = "The court"
* content MS
* content.attachment MS
* context MS
* context.related MS
* context.related ^short = "Exactly the records that the order covers"
