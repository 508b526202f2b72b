ValueSet: OrderSection
Id: order-section
Title: "Section of a disclosure order"
Description: "All codes of the code system order-section."
* include codes from system OrderSectionCodes
