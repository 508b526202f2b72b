Instance: consent-evaluate
InstanceOf: OperationDefinition
Usage: #definition
Title: "Ask the consent engine"
Description: "Decides, without disclosing anything, whether a recipient may have a resource for a purpose, and says by which rule. For staff."
* url = "https://warmhandoff.org/fhir/OperationDefinition/consent-evaluate"
* name = "ConsentEvaluate"
* title = "Ask the consent engine"
* status = #active
* kind = #operation
* description = "Decides, without disclosing anything, whether a recipient may have a resource for a purpose, and says by which rule. For staff."
* code = #evaluate
* affectsState = false
* resource = #Consent
* system = false
* type = true
* instance = false
* insert Parameter(patient, in, 1, 1, Reference)
* parameter[=].documentation = "Whose record"
* insert Parameter(recipient, in, 1, 1, Reference)
* parameter[=].documentation = "Who asks; a logical partner reference will do"
* insert Parameter(purpose, in, 1, 1, Coding)
* parameter[=].documentation = "A code of purpose-of-use"
* insert Parameter(resource, in, 0, *, Reference)
* parameter[=].documentation = "What is asked for; without it, the record as a whole"
* insert Parameter(decision, out, 1, 1, code)
* parameter[=].documentation = "permit, deny or review"
* insert Parameter(rule, out, 1, 1, code)
* parameter[=].documentation = "The rule that decided, a code of decision-rule"
* insert Parameter(consent, out, 0, *, Reference)
* parameter[=].documentation = "The consents that were relied on"
* insert Parameter(obligation, out, 0, *, code)
* parameter[=].documentation = "What must accompany the disclosure, a code of obligation"
* insert Parameter(reason, out, 0, *, string)
* parameter[=].documentation = "Why, in words, without clinical content"
