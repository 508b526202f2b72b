Profile: IopCourtReport
Parent: Composition
Id: iop-court-report
Title: "Court report"
Description: "What a treatment court hears about a participant: attendance, tests, phase, compliance, level of care and recommendation, and nothing else. It names what permits the disclosure and carries the notice of 42 CFR 2.32."
* insert Labelled
* obeys iop-crt-1 and iop-crt-2 and iop-crt-3
* extension contains DisclosureAuthority named disclosureAuthority 1..1 MS
* identifier MS
* status MS
* type MS
* type from DocumentType (preferred)
* category MS
* category from CourtMessage (preferred)
* subject 1..1 MS
* subject only Reference(Patient)
* date MS
* author MS
* title MS
* attester MS
* custodian MS
* section 1..* MS
* section.title MS
* section.code 1..1 MS
* section.code from CourtReportSection (required)
* section.text MS
* section.entry MS

Invariant: iop-crt-1
Description: "No section but those of a court report, and nothing from a protected note."
Severity: #error
Expression: "meta.security.where(code='PSYTHPN').empty() and section.code.coding.where(system='https://warmhandoff.org/fhir/CodeSystem/court-report-section').count() = section.count()"

Invariant: iop-crt-2
Description: "A report from a Part 2 record prohibits redisclosure and carries the notice."
Severity: #error
Expression: "meta.security.where(system='http://terminology.hl7.org/CodeSystem/v3-ActCode' and code='42CFRPart2').exists() implies (meta.security.where(code='NORDSCLCD').exists() and meta.security.where(code='RedisclosureProhibitionMark').exists() and section.code.coding.where(code='part2-notice').exists())"

Invariant: iop-crt-3
Description: "The report names the consent or the order that permits it."
Severity: #error
Expression: "extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/disclosure-authority').value.exists()"
