ValueSet: Part2SecurityLabel
Id: part2-security-label
Title: "Security labels"
Description: "The labels that records of this guide carry: confidentiality, sensitivity, the law that protects them, and what a recipient must and must not do. Current codes of HL7 Terminology; v3-ActUSPrivacyLaw and the sensitivities of v3-Confidentiality are retired."
* $Confidentiality#N
* $Confidentiality#R
* $Confidentiality#V
* $ActCode#SUD
* $ActCode#ETH
* $ActCode#ETHUD
* $ActCode#OPIOIDUD
* $ActCode#PSY
* $ActCode#PSYTHPN
* $ActCode#MH
* $ActCode#BH
* $ActCode#SDV
* $ActCode#HIV
* $ActCode#VIO
* $ActCode#42CFRPart2
* $ActCode#HIPAAPsyNotes
* $ActCode#HIPAASelfPay
* $ActCode#NORDSCLCD
* $ActCode#NODSCLCD
* $ActCode#RedisclosureProhibitionMark
* $ActCode#PERSISTLABEL
* $ActCode#MINEC
* $ActCode#REDACT
* $ActCode#PROCESSINLINELABEL
* $ObservationValue#REDACTED
* $ObservationValue#MASKED
* $ObservationValue#SUBSETTED
* $ActReason#HTEST
* include codes from system RecordClassCodes
