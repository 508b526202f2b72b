CodeSystem: PurposeDetailCodes
Id: purpose-detail
Title: "Purpose detail"
Description: "Which legal road a disclosure to a court takes. Stands beside v3-ActReason HLEGAL, which has no code for courts."
* insert OwnCodeSystem(purpose-detail)
* #court-monitoring-2.35 "Monitoring under 2.35"
* #court-order-2.64 "Order for a non-criminal purpose, 2.64"
* #court-order-2.65 "Order to investigate or prosecute a patient, 2.65"
* #court-order-2.66 "Order to investigate or prosecute a programme, 2.66"
* #subpoena-only "Subpoena without an order" "Never enough."
