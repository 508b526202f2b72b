/**
 * What partners are told of a referral: status notices to the requester, the referral itself to the programme it is
 * for. Ordered with the step that makes it due, rendered and checked against consent when it leaves.
 */
@NullMarked
package org.warmhandoff.server.referral.notice;

import org.jspecify.annotations.NullMarked;
