Profile: IopLocation
Parent: Location
Id: iop-location
Title: "Location"
Description: "Where sessions take place; it may be virtual."
* insert Labelled
* insert ImposesUSCore(us-core-location)
* extension contains Telehealth named telehealth 0..1 MS
* status MS
* name 1..1 MS
* telecom MS
* insert PostalAddress
* managingOrganization MS
