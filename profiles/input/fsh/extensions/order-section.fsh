Extension: OrderSectionExtension
Id: order-section
Title: "Section of the order"
Description: "Under which section of subpart E of 42 CFR Part 2 the court made the order."
Context: DocumentReference
* value[x] 1..1
* value[x] only code
* valueCode from OrderSection (required)
