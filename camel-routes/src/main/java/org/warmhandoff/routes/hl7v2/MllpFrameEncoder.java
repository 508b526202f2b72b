package org.warmhandoff.routes.hl7v2;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/** Puts a message into an MLLP block. */
@Sharable
final class MllpFrameEncoder extends MessageToByteEncoder<byte[]> {

    MllpFrameEncoder() {
        super(byte[].class);
    }

    @Override
    protected ByteBuf allocateBuffer(ChannelHandlerContext ctx, byte[] message, boolean preferDirect) {
        return ctx.alloc().ioBuffer(message.length + 3);
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, byte[] message, ByteBuf out) {
        out.writeByte(MllpFrame.START)
                .writeBytes(message)
                .writeByte(MllpFrame.END)
                .writeByte(MllpFrame.RETURN);
    }
}
