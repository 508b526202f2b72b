Profile: IopProvenance
Parent: Provenance
Id: iop-provenance
Title: "Provenance"
Description: "Who wrote a record and over which road it came. One for each hop; the message it came in is named by its digest."
* insert Labelled
* insert ImposesUSCore(us-core-provenance)
* target MS
* target.reference MS
* recorded MS
* activity MS
* agent MS
* agent.type MS
* agent.who MS
* agent.onBehalfOf MS
* insert SlicedBy(agent, type)
* agent contains author 0..* MS and transmitter 0..1 MS
* agent[author].type 1..1
* agent[author].type = $ProvenanceAgent#author
* agent[transmitter].type 1..1
* agent[transmitter].type = $USCoreProvenanceAgent#transmitter
* entity MS
* entity ^short = "What it came in: control id and SHA-256 digest of the message"
* entity.role MS
* entity.what MS
* signature 0..1 MS
