Instance: sunrise-video
InstanceOf: IopLocation
Usage: #example
Title: "Where telehealth sessions take place"
* extension[telehealth].valueBoolean = true
* status = #active
* name = "Sunrise IOP by video"
* managingOrganization = Reference(sunrise-iop)
