Extension: Part2Program
Id: part2-program
Title: "Part 2 programme"
Description: "Whether 42 CFR Part 2 applies to what this programme creates: it is federally assisted and holds itself out as providing treatment for substance use disorder (42 CFR 2.11, 2.12). Part 2 applies by source, not by code."
Context: Organization, HealthcareService
* value[x] 1..1
* value[x] only boolean
