/** Who calls: clients, staff, their keys, tokens and sessions. Says who somebody is, never what they may see. */
@NullMarked
package org.warmhandoff.server.identity;

import org.jspecify.annotations.NullMarked;
