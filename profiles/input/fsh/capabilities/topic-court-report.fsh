Instance: court-report
InstanceOf: Basic
Usage: #definition
Title: "Court report"
Description: "A court report was produced. Ids only."
* insert Topic(court-report, Court report, Composition)
* insert Interaction(create)
* insert CanFilterBy(Composition, subject)
