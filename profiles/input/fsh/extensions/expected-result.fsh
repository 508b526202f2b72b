Extension: ExpectedResult
Id: expected-result
Title: "Expected result"
Description: "The result is what the patient's treatment leads to expect: buprenorphine found in a patient who takes it is no relapse."
Context: Observation, Observation.component
* value[x] 1..1
* value[x] only boolean
