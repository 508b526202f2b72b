package org.warmhandoff.routes.hl7v2;

/**
 * What stood in one MLLP block.
 *
 * @param complete false when the block was longer than allowed; {@code content} is then only its head
 * @param peer who sent it
 */
record MllpFrame(byte[] content, boolean complete, Peer peer) {

    MllpFrame(byte[] content, boolean complete) {
        this(content, complete, Peer.UNKNOWN);
    }

    static final byte START = 0x0B;
    static final byte END = 0x1C;
    static final byte RETURN = 0x0D;
}
