package org.warmhandoff.routes.hl7v2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a byte stream into the blocks of the Minimal Lower Layer Protocol (HL7 v2 transport, release 1): 0x0B, content,
 * 0x1C 0x0D. Memory is bounded: of a block that is too long only the head is kept, and a sender that goes on without end
 * is cut off. Bytes between blocks are ignored. One instance a connection.
 */
final class MllpFrameDecoder extends ByteToMessageDecoder {

    private static final int HEAD = 4096;
    private static final int CUT_OFF_FACTOR = 16;

    /** RFC 8446, 5.1: the type of the first record that a client sends. */
    private static final byte TLS_HANDSHAKE = 0x16;

    private final int maxFrame;
    private boolean begun;
    private boolean inFrame;
    private int scanned;
    private byte @Nullable [] head;
    private long skipped;

    MllpFrameDecoder(int maxFrame) {
        this.maxFrame = maxFrame;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (!begun && in.isReadable() && in.getByte(in.readerIndex()) == TLS_HANDSHAKE) {
            // Whoever speaks TLS here waits for an answer that never comes.
            in.skipBytes(in.readableBytes());
            ctx.close();
            return;
        }
        begun = true;
        if (!inFrame && !findStart(in)) {
            return;
        }
        int end = findEnd(in);
        if (end >= 0) {
            out.add(frame(in, end, Peer.of(ctx)));
            in.skipBytes(2);
            inFrame = false;
            scanned = 0;
        } else if (scanned > maxFrame || head != null) {
            skip(ctx, in);
        }
    }

    private boolean findStart(ByteBuf in) {
        int start = in.indexOf(in.readerIndex(), in.writerIndex(), MllpFrame.START);
        in.readerIndex(start < 0 ? in.writerIndex() : start + 1);
        inFrame = start >= 0;
        return inFrame;
    }

    /** The length of the content up to 0x1C 0x0D, or -1; never looks at a byte twice but for a last 0x1C. */
    private int findEnd(ByteBuf in) {
        int from = in.readerIndex() + scanned;
        for (int at = in.indexOf(from, in.writerIndex(), MllpFrame.END); at >= 0; ) {
            if (at + 1 == in.writerIndex()) {
                scanned = at - in.readerIndex();
                return -1;
            }
            if (in.getByte(at + 1) == MllpFrame.RETURN) {
                return at - in.readerIndex();
            }
            at = in.indexOf(at + 1, in.writerIndex(), MllpFrame.END);
        }
        scanned = in.readableBytes();
        return -1;
    }

    private MllpFrame frame(ByteBuf in, int length, Peer peer) {
        byte[] before = head;
        if (before != null || length > maxFrame) {
            byte[] first = before == null ? ByteBufUtil.getBytes(in, in.readerIndex(), HEAD) : before;
            in.skipBytes(length);
            head = null;
            skipped = 0;
            return new MllpFrame(first, false, peer);
        }
        int restart = lastStart(in, length);
        in.skipBytes(restart);
        byte[] content = new byte[length - restart];
        in.readBytes(content);
        return new MllpFrame(content, true, peer);
    }

    /** A sender that gave up half way may begin again on the same connection: then only the second attempt counts. */
    private static int lastStart(ByteBuf in, int length) {
        int offset = 0;
        int at = in.indexOf(in.readerIndex(), in.readerIndex() + length, MllpFrame.START);
        while (at >= 0) {
            if (startsHeader(in, at + 1)) {
                offset = at + 1 - in.readerIndex();
            }
            at = in.indexOf(at + 1, in.readerIndex() + length, MllpFrame.START);
        }
        return offset;
    }

    private static boolean startsHeader(ByteBuf in, int at) {
        return at + 3 <= in.writerIndex()
                && in.getByte(at) == 'M'
                && in.getByte(at + 1) == 'S'
                && in.getByte(at + 2) == 'H';
    }

    /** Gives up the memory of what was scanned, but for the head and a 0x1C that may begin the end. */
    private void skip(ChannelHandlerContext ctx, ByteBuf in) {
        if (head == null) {
            head = ByteBufUtil.getBytes(in, in.readerIndex(), Math.min(HEAD, scanned));
        }
        in.skipBytes(scanned);
        skipped += scanned;
        scanned = 0;
        if (skipped > (long) maxFrame * CUT_OFF_FACTOR) {
            ctx.close();
        }
    }
}
