// Each of our code systems X is complete, case-sensitive, and has a value set X with all its codes.
RuleSet: OwnCodeSystem(id)
* ^valueSet = "https://warmhandoff.org/fhir/ValueSet/{id}"
* ^caseSensitive = true
* ^experimental = false
