Profile: IopOrganization
Parent: Organization
Id: iop-organization
Title: "Organization"
Description: "A hospital, rehab centre, programme, court, probation office, payer or laboratory. A partner of the hub carries the identifier of its configuration entry, by which a logical reference may name it anywhere."
* insert Labelled
* insert ImposesUSCore(us-core-organization)
* extension contains
    Part2Program named part2Program 0..1 MS and
    TrustStatusExtension named trustStatus 0..1 MS and
    CourtIdentifier named courtIdentifier 0..1 MS
* insert KnownIdentifier
* insert SlicedBy(identifier, $this)
* identifier contains npi 0..* MS and clia 0..* and partner 0..1 MS
* identifier[npi] ^patternIdentifier.system = $NPI
* identifier[clia] ^patternIdentifier.system = $CLIA
* identifier[partner] ^short = "The partner's id in the configuration of the hub"
* identifier[partner] ^patternIdentifier.system = $Partner
* active 1..1 MS
* type MS
* type from OrgKind (extensible)
* name 1..1 MS
* insert Telecom
* insert PostalAddress
* address.country MS
* endpoint MS
