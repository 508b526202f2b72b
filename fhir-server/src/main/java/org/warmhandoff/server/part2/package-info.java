/**
 * Who may see what, and why (42 CFR Part 2, HIPAA): a pure function from a {@link Question} to a {@link Decision}. The rules
 * are the tables of {@code policy-1.md}, which a lawyer can read; {@link DecisionEngine} only looks them up. Knows no
 * Spring, HAPI or database, and keeps no state.
 *
 * <p>Who will call it: the gate on every way out, once for each record that would leave (REST, search, export,
 * subscription, HL7 v2, C-CDA, court package, console), and {@code Consent/$evaluate}. The caller maps FHIR Consents to
 * {@link PatientConsent} and security labels to {@link Label}. What it cannot read in a permission leaves that permission
 * out; what it cannot read in a denial is dropped from its conditions, which makes the denial wider.
 */
@NullMarked
package org.warmhandoff.server.part2;

import org.jspecify.annotations.NullMarked;
