// A SubscriptionTopic of R5 in R4: a Basic with the elements as cross-version extensions (subscriptions backport).
RuleSet: Topic(id, title, resource)
* code = http://hl7.org/fhir/fhir-types#SubscriptionTopic
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.url"
* extension[=].valueUri = "https://warmhandoff.org/fhir/SubscriptionTopic/{id}"
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.title"
* extension[=].valueString = "{title}"
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.status"
* extension[=].valueCode = #draft
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.resourceTrigger"
* extension[=].extension[0].url = "resource"
* extension[=].extension[0].valueUri = "http://hl7.org/fhir/StructureDefinition/{resource}"

RuleSet: Interaction(code)
* extension[=].extension[+].url = "supportedInteraction"
* extension[=].extension[=].valueCode = #{code}

RuleSet: CanFilterBy(resource, parameter)
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.canFilterBy"
* extension[=].extension[0].url = "resource"
* extension[=].extension[0].valueUri = "http://hl7.org/fhir/StructureDefinition/{resource}"
* extension[=].extension[1].url = "filterParameter"
* extension[=].extension[1].valueString = "{parameter}"
