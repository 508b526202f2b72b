/** The command line: one class a command. */
@NullMarked
package org.warmhandoff.server.command;

import org.jspecify.annotations.NullMarked;
