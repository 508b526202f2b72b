/**
 * ADT, SIU, ORU and MDM messages to what a partner says of its patients: one translator a message type, on the mappers of
 * the segments. Pure.
 */
@NullMarked
package org.warmhandoff.routes.hl7v2.feed;

import org.jspecify.annotations.NullMarked;
