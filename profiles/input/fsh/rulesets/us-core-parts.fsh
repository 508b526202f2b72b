// Must-haves of US Core 6.1.0 that recur.
RuleSet: KnownIdentifier
* identifier MS
* identifier.system MS
* identifier.value MS

RuleSet: PostalAddress
* address MS
* address.line MS
* address.city MS
* address.state MS
* address.postalCode MS

RuleSet: Telecom
* telecom MS
* telecom.system MS
* telecom.value MS
