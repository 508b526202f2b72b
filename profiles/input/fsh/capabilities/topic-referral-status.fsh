Instance: referral-status
InstanceOf: Basic
Usage: #definition
Title: "Referral status"
Description: "A referral was created or moved. Notifications carry ids only: what a recipient may see, it reads, and the consent engine is asked then."
* insert Topic(referral-status, Referral status, Task)
* insert Interaction(create)
* insert Interaction(update)
* insert CanFilterBy(Task, owner)
* insert CanFilterBy(Task, requester)
* insert CanFilterBy(Task, status)
