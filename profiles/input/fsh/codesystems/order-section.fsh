CodeSystem: OrderSectionCodes
Id: order-section
Title: "Section of a disclosure order"
Description: "Under which section of subpart E of 42 CFR Part 2 a court ordered a disclosure."
* insert OwnCodeSystem(order-section)
* #2.64 "2.64" "For a purpose other than criminal investigation or prosecution."
* #2.65 "2.65" "To investigate or prosecute a patient."
* #2.66 "2.66" "To investigate or prosecute a programme."
