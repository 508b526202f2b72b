/**
 * What partners say of patients outside of referrals: stays, appointments, results, documents and merged records. Each
 * message is one transaction; a patient is known by the identifiers of its sender alone.
 */
@NullMarked
package org.warmhandoff.server.feed;

import org.jspecify.annotations.NullMarked;
