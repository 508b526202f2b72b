// US Core 6.1.0 by constraint: the profile stands on R4, restates the must-haves, and imposes the US Core profile
// wherever that package is loaded.
RuleSet: ImposesUSCore(profile)
* ^extension[+].url = "http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile"
* ^extension[=].valueCanonical = "http://hl7.org/fhir/us/core/StructureDefinition/{profile}|6.1.0"
