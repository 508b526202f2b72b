Extension: Billing
Id: iop-billing
Title: "Billing"
Description: "A code under which the encounter is billed. A per-diem code counts once a day, not once a session."
Context: Encounter
* extension contains
    system 1..1 MS and
    code 1..1 MS and
    units 0..1 MS and
    modifier 0..*
* extension[system] ^short = "The code system, such as HCPCS II"
* extension[system].value[x] only uri
* extension[code] ^short = "The billing code"
* extension[code].value[x] only code
* extension[units] ^short = "How many units"
* extension[units].value[x] only positiveInt or decimal
* extension[modifier] ^short = "A modifier of the code"
* extension[modifier].value[x] only code or string
