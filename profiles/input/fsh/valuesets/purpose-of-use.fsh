ValueSet: PurposeOfUse
Id: purpose-of-use
Title: "Purpose of use"
Description: "Why a record is used or disclosed. There is no code for courts: HLEGAL with a purpose-detail beside it. LEGAL means a subpoena, which alone permits nothing."
* $ActReason#TREAT
* $ActReason#HPAYMT
* $ActReason#HOPERAT
* $ActReason#ETREAT
* $ActReason#BTG
* $ActReason#PATRQT
* $ActReason#FAMRQT
* $ActReason#PWATRNY
* $ActReason#SUPNWK
* $ActReason#COC
* $ActReason#CAREMGT
* $ActReason#COVAUTH
* $ActReason#CLMATTCH
* $ActReason#ELIGDTRM
* $ActReason#HLEGAL
* $ActReason#LEGAL
* $ActReason#PUBHLTH
* $ActReason#HRESCH
* $ActReason#HCOMPL
* $ActReason#HTEST
