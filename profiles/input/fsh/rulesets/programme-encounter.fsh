// What holds of every session of a programme, for a group as for one patient.
RuleSet: ProgrammeSession
* obeys iop-enc-1 and iop-enc-2 and iop-enc-3
* status MS
* class MS
* class ^short = "AMB on site, VR by telehealth"
* type 1..* MS
* type from SessionType (extensible)
* participant MS
* participant.individual MS
* period MS
* location MS
* serviceProvider MS

// What holds of the record that one patient was, or should have been, at a session.
RuleSet: PatientSession
* insert ProgrammeSession
* obeys iop-enc-4 and iop-enc-5 and iop-enc-6
* extension contains
    AttendanceExtension named attendance 1..1 MS and
    Billing named billing 0..* MS
* insert KnownIdentifier
* identifier.system 1..1
* identifier.value 1..1
* subject 1..1 MS
* subject only Reference(Patient)
* episodeOfCare 1..1 MS
* appointment MS
* length MS
* participant.type MS
* participant.period MS
* location.location MS
* reasonCode MS
* reasonReference MS
* diagnosis MS
* hospitalization MS
* hospitalization.dischargeDisposition MS

Invariant: iop-enc-1
Description: "A session takes place on site (AMB) or by telehealth (VR)."
Severity: #error
Expression: "class.system='http://terminology.hl7.org/CodeSystem/v3-ActCode' and (class.code='AMB' or class.code='VR')"

Invariant: iop-enc-2
Description: "A finished session has a start and an end: minutes attended are what counts."
Severity: #error
Expression: "status='finished' implies (period.start.exists() and period.end.exists())"

Invariant: iop-enc-3
Description: "A session does not end before it starts."
Severity: #error
Expression: "period.start.empty() or period.end.empty() or period.start <= period.end"

Invariant: iop-enc-4
Description: "A session belongs to exactly one episode of care."
Severity: #error
Expression: "episodeOfCare.exists() and episodeOfCare.count()=1"

Invariant: iop-enc-5
Description: "The record of attendance is about one patient, never about a group."
Severity: #error
Expression: "subject.reference.startsWith('Patient/') or subject.reference.startsWith('urn:uuid:') or subject.reference.contains('/Patient/')"

Invariant: iop-enc-6
Description: "Attendance is recorded, and a session that the patient missed is cancelled."
Severity: #error
Expression: "extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/iop-attendance').exists() and (extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/iop-attendance').value.coding.where(code='absent-unexcused' or code='absent-excused').exists() implies status='cancelled')"
