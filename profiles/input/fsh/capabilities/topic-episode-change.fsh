Instance: episode-change
InstanceOf: Basic
Usage: #definition
Title: "Change of a stay"
Description: "A stay in a programme began, was put on hold or ended. Ids only."
* insert Topic(episode-change, Change of a stay, EpisodeOfCare)
* insert Interaction(create)
* insert Interaction(update)
* insert CanFilterBy(EpisodeOfCare, organization)
* insert CanFilterBy(EpisodeOfCare, status)
