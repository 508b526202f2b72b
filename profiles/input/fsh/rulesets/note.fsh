// What US Core asks of a clinical note.
RuleSet: Note
* identifier MS
* status MS
* type 1..1 MS
* type from NoteType (extensible)
* category 1..* MS
* subject 1..1 MS
* subject only Reference(Patient)
* date MS
* author MS
* content MS
* content.attachment MS
* content.attachment.contentType MS
* content.attachment.data MS
* content.attachment.url MS
* content.format MS
* context MS
* context.encounter 0..1 MS
* context.period MS
