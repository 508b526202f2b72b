/**
 * The sandbox: five simulated partners and a scripted run that sends referrals round the loop. They talk to the server
 * as strangers would, over real sockets: nothing here imports any other package of the product.
 */
@NullMarked
package org.warmhandoff.server.sandbox;

import org.jspecify.annotations.NullMarked;
