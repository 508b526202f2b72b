ValueSet: BillingCode
Id: billing-code
Title: "Billing code"
Description: "Codes under which programmes bill and payers look. Numbers with short labels of our own."
* insert CptNotice
* $HCPCS#H0015 "SUD intensive outpatient, 3 hours a day on 3 days a week"
* $HCPCS#S9480 "Psychiatric intensive outpatient, per diem"
* $HCPCS#H0035 "Mental health partial hospitalisation"
* $HCPCS#H2036 "SUD programme, per diem"
* $HCPCS#S0201 "Partial hospitalisation"
* $HCPCS#G0137 "Opioid treatment programme, weekly intensive outpatient"
* $HCPCS#G0480 "Definitive drug test"
* $HCPCS#G0481 "Definitive drug test"
* $HCPCS#G0482 "Definitive drug test"
* $HCPCS#G0483 "Definitive drug test"
* $HCPCS#H0001 "Assessment"
* $HCPCS#H0004 "Individual counselling"
* $HCPCS#H0005 "Group counselling"
* $HCPCS#H0006 "Case management"
* $HCPCS#H0020 "Methadone"
* $HCPCS#H0033 "Observed dosing"
* $HCPCS#H0038 "Peer support"
* $HCPCS#H0048 "Specimen collection"
* $HCPCS#T1012 "Recovery support"
* $HCPCS#G2067 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2068 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2069 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2070 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2071 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2072 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2073 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2074 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2075 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2076 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2077 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2078 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2079 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2080 "Opioid treatment programme, weekly bundle"
* $HCPCS#G2086 "Office-based opioid treatment"
* $HCPCS#G2087 "Office-based opioid treatment"
* $HCPCS#G2088 "Office-based opioid treatment"
* $HCPCS#J2315 "Naltrexone, extended release"
* $HCPCS#Q9991 "Buprenorphine, extended release"
* $HCPCS#Q9992 "Buprenorphine, extended release"
* $HCPCS#J0571 "Buprenorphine, oral"
* $HCPCS#J0572 "Buprenorphine, oral"
* $HCPCS#J0573 "Buprenorphine, oral"
* $HCPCS#J0574 "Buprenorphine, oral"
* $HCPCS#J0575 "Buprenorphine, oral"
* $CPT#90832
* $CPT#90832 ^designation.value = "Individual, short"
* $CPT#90834
* $CPT#90834 ^designation.value = "Individual, medium"
* $CPT#90837
* $CPT#90837 ^designation.value = "Individual, long"
* $CPT#90853
* $CPT#90853 ^designation.value = "Group"
* $CPT#90846
* $CPT#90846 ^designation.value = "Family, patient absent"
* $CPT#90847
* $CPT#90847 ^designation.value = "Family, patient present"
* $CPT#90849
* $CPT#90849 ^designation.value = "Several families"
* $CPT#90791
* $CPT#90791 ^designation.value = "Intake"
* $CPT#90792
* $CPT#90792 ^designation.value = "Intake with medical part"
* $CPT#90785
* $CPT#90785 ^designation.value = "Added complexity"
* $CPT#99202
* $CPT#99202 ^designation.value = "Medication management visit"
* $CPT#99203
* $CPT#99203 ^designation.value = "Medication management visit"
* $CPT#99204
* $CPT#99204 ^designation.value = "Medication management visit"
* $CPT#99205
* $CPT#99205 ^designation.value = "Medication management visit"
* $CPT#99212
* $CPT#99212 ^designation.value = "Medication management visit"
* $CPT#99213
* $CPT#99213 ^designation.value = "Medication management visit"
* $CPT#99214
* $CPT#99214 ^designation.value = "Medication management visit"
* $CPT#99215
* $CPT#99215 ^designation.value = "Medication management visit"
* $CPT#80305
* $CPT#80305 ^designation.value = "Presumptive drug test"
* $CPT#80306
* $CPT#80306 ^designation.value = "Presumptive drug test"
* $CPT#80307
* $CPT#80307 ^designation.value = "Presumptive drug test"
* $RevenueCode#0900
* $RevenueCode#0900 ^designation.value = "Behavioural health"
* $RevenueCode#0905
* $RevenueCode#0905 ^designation.value = "Intensive outpatient, psychiatric"
* $RevenueCode#0906
* $RevenueCode#0906 ^designation.value = "Intensive outpatient, chemical dependency"
* $RevenueCode#0912
* $RevenueCode#0912 ^designation.value = "Partial hospitalisation, less intensive"
* $RevenueCode#0913
* $RevenueCode#0913 ^designation.value = "Partial hospitalisation, intensive"
* $RevenueCode#0914
* $RevenueCode#0914 ^designation.value = "Individual"
* $RevenueCode#0915
* $RevenueCode#0915 ^designation.value = "Group"
* $RevenueCode#0916
* $RevenueCode#0916 ^designation.value = "Family"
* $RevenueCode#0918
* $RevenueCode#0918 ^designation.value = "Testing"
