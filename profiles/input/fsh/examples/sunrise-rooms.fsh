Instance: sunrise-rooms
InstanceOf: IopLocation
Usage: #example
Title: "The rooms of the programme"
* status = #active
* name = "Sunrise IOP, second floor"
* telecom.system = #phone
* telecom.value = "+1 217 555 0122"
* address.line = "7 Elm St"
* address.city = "Springfield"
* address.state = "IL"
* address.postalCode = "62701"
* managingOrganization = Reference(sunrise-iop)
