Instance: jordan-acme
InstanceOf: IopCoverage
Usage: #example
Title: "Insurance of Jordan Doe"
* insert Part2Record
* identifier[memberId].system = "https://acme-health.example/members"
* identifier[memberId].value = "W123456789"
* status = #active
* type.text = "PPO"
* subscriberId = "W123456789"
* beneficiary = Reference(jordan-doe)
* relationship = $SubscriberRelationship#self
* period.start = "2026-01-01"
* period.end = "2026-12-31"
* payor = Reference(acme-health)
* class[group].value = "GRP9"
* class[plan].value = "PPO1"
* class[plan].name = "Acme PPO"
* order = 1
