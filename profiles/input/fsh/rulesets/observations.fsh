// What US Core asks of a screening or assessment.
RuleSet: Survey
* status MS
* category 1..* MS
* insert SlicedBy(category, $this)
* category contains survey 1..1 MS
* category[survey] = $ObservationCategory#survey
* dataAbsentReason MS
* hasMember MS
