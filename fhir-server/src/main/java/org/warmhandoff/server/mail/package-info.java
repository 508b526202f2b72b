/** Notifications about Direct mail: those that partners are owed, and those that tell us what became of ours. */
@NullMarked
package org.warmhandoff.server.mail;

import org.jspecify.annotations.NullMarked;
