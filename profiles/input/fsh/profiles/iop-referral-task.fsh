Profile: IopReferralTask
Parent: Task
Id: iop-referral-task
Title: "Referral task"
Description: "Where a referral stands. It moves only by the operation $transition, through the states of the referral state machine; businessStatus and status agree in each."
* insert Labelled
* obeys iop-task-1 and iop-task-2 and iop-task-3 and iop-task-4 and iop-task-5 and iop-task-6
* extension contains
    ClaimedBy named claimedBy 0..1 MS and
    StatusBeforeCancellation named statusBeforeCancellation 0..1
* identifier MS
* insert SlicedBy(identifier, type)
* identifier contains placer 0..1 MS and filler 0..1 MS
* identifier[placer] ^short = "The requester's number, the same as on the request"
* identifier[placer].type = $IdentifierType#PLAC
* identifier[filler] ^short = "Our number"
* identifier[filler].type = $IdentifierType#FILL
* basedOn MS
* partOf MS
* status MS
* status from ReferralTaskStatus (required)
* statusReason MS
* businessStatus 1..1 MS
* businessStatus from ReferralBusinessStatus (required)
* intent MS
* intent = #order
* priority MS
* code 1..1 MS
* code = $TaskCode#fulfill
* focus 1..1 MS
* focus only Reference(ServiceRequest)
* for 1..1 MS
* for only Reference(Patient)
* authoredOn 1..1 MS
* lastModified MS
* requester 1..1 MS
* requester only Reference(Organization or PractitionerRole or Practitioner or Patient or RelatedPerson)
* owner MS
* owner only Reference(Organization or HealthcareService or CareTeam or PractitionerRole or Practitioner)
* owner ^short = "The programme; the person who took it up stands in claimed-by"
* restriction MS
* restriction.period MS
* restriction.period ^short = "Until when the requester needs an answer (RF1-7 and RF1-8)"
* input MS
* input.type from TaskInput (preferred)
* output MS
* output.type from TaskOutput (extensible)

Invariant: iop-task-1
Description: "A referral that is declined, cancelled, held or failed says why."
Severity: #error
Expression: "(status='rejected' or status='cancelled' or status='on-hold' or status='failed') implies statusReason.exists()"

Invariant: iop-task-2
Description: "A completed referral names what it brought forth."
Severity: #error
Expression: "status='completed' implies output.exists()"

Invariant: iop-task-3
Description: "A referral that was accepted has an owner."
Severity: #error
Expression: "(status='accepted' or status='in-progress' or status='completed') implies owner.exists()"

Invariant: iop-task-4
Description: "The task orders the fulfilment of a request for a patient, and says who asked and when."
Severity: #error
Expression: "intent='order' and focus.exists() and for.exists() and requester.exists() and authoredOn.exists() and code.coding.where(system='http://hl7.org/fhir/CodeSystem/task-code' and code='fulfill').exists()"

Invariant: iop-task-5
Description: "The state is given exactly once."
Severity: #error
Expression: "businessStatus.coding.where(system='https://warmhandoff.org/fhir/CodeSystem/referral-business-status').count()=1"

Invariant: iop-task-6
Description: "status is the one that businessStatus stands for."
Severity: #error
Expression: "(businessStatus.coding.where(code='created').exists() implies status='requested') and (businessStatus.coding.where(code='delivered' or code='in-triage' or code='authorization-pending').exists() implies status='received') and (businessStatus.coding.where(code='info-requested' or code='consent-pending' or code='cancellation-requested').exists() implies status='on-hold') and (businessStatus.coding.where(code='accepted' or code='waitlisted' or code='intake-scheduled' or code='intake-missed').exists() implies status='accepted') and (businessStatus.coding.where(code='admitted' or code='discharge-pending').exists() implies status='in-progress') and (businessStatus.coding.where(code='declined').exists() implies status='rejected') and (businessStatus.coding.where(code='cancelled').exists() implies status='cancelled') and (businessStatus.coding.where(code='expired' or code='delivery-failed').exists() implies status='failed') and (businessStatus.coding.where(code='closed-completed' or code='closed-transferred' or code='closed-left').exists() implies status='completed')"
