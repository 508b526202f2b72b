/** The server as a process of its own, and the partners that meet it as strangers on real sockets. */
@NullMarked
package org.warmhandoff.tests.harness;

import org.jspecify.annotations.NullMarked;
