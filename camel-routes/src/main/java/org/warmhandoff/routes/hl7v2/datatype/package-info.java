/** HL7 v2 data types and code tables, and what each becomes in FHIR R4 (HL7 v2-to-FHIR, data type and table maps). Pure. */
@NullMarked
package org.warmhandoff.routes.hl7v2.datatype;

import org.jspecify.annotations.NullMarked;
