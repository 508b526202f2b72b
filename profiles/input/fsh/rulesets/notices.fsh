// Whose codes a value set names. Codes and short labels only; no content of these systems is reproduced.
RuleSet: SnomedNotice
* ^copyright = "Uses SNOMED CT, used by permission of SNOMED International. Its use needs a licence; in the United States it is free."

RuleSet: LoincNotice
* ^copyright = "Uses LOINC (https://loinc.org), copyright Regenstrief Institute, available at no cost under its licence."

RuleSet: CptNotice
* ^copyright = "CPT is copyright and a trademark of the American Medical Association. Only the numbers are listed here, with short labels of our own; their use needs a licence of the AMA. Revenue codes are the property of the National Uniform Billing Committee of the American Hospital Association."
