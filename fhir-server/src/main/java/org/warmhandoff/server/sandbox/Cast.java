package org.warmhandoff.server.sandbox;

/** Everyone who takes part in the run. */
record Cast(Hospital mercy, Rehab harbor, Court court, Payer acme, IopStaff staff, Callers callers) {}
