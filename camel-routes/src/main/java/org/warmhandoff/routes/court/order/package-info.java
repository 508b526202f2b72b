/**
 * What courts send: orders to treatment, their changes, hearing notices and vacations, as our NIEM-style XML and as OASIS
 * ECF 5 filings, read into the canonical referral. Pure.
 */
@NullMarked
package org.warmhandoff.routes.court.order;

import org.jspecify.annotations.NullMarked;
