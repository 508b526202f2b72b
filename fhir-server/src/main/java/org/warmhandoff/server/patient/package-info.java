/** One client, one Patient: what senders say of them, and which record stands for which. */
@NullMarked
package org.warmhandoff.server.patient;

import org.jspecify.annotations.NullMarked;
