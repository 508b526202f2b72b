ValueSet: IopProcedure
Id: iop-procedure
Title: "Procedure"
Description: "What is done in a programme, in SNOMED CT."
* insert SnomedNotice
* $SCT#405780009 "Dialectical behavior therapy"
* $SCT#76168009 "Group psychotherapy"
* $SCT#18512000 "Individual psychotherapy"
* $SCT#108313002 "Family psychotherapy"
* $SCT#385989002 "Substance use treatment"
* $SCT#310653000 "Methadone therapy"
* $SCT#792901003 "Buprenorphine therapy"
* $SCT#792902005 "Buprenorphine and naloxone therapy"
* $SCT#720175009 "Alcohol harm reduction"
* $SCT#310627008 "Urine drug screening"
