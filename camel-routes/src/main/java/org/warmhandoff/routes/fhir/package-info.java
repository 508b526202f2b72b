/**
 * Referrals in FHIR: transaction Bundles and BSeR-shaped message Bundles, read into the canonical referral and written
 * for partners. Pure.
 */
@NullMarked
package org.warmhandoff.routes.fhir;

import org.jspecify.annotations.NullMarked;
