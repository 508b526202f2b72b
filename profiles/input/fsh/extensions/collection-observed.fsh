Extension: CollectionObserved
Id: collection-observed
Title: "Collection observed"
Description: "Whether staff observed the collection of the specimen."
Context: Observation
* value[x] 1..1
* value[x] only boolean
