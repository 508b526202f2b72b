package org.warmhandoff.routes.hl7v2;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.EOFException;
import java.util.concurrent.CompletableFuture;

/** The client's side of one exchange: sends the message when connected, and hands over the first block that comes back. */
final class MllpExchange extends SimpleChannelInboundHandler<MllpFrame> {

    private final byte[] message;
    private final CompletableFuture<byte[]> answer;

    MllpExchange(byte[] message, CompletableFuture<byte[]> answer) {
        this.message = message;
        this.answer = answer;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(message).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, MllpFrame frame) {
        answer.complete(frame.content());
        ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        answer.completeExceptionally(new EOFException());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        answer.completeExceptionally(cause);
        ctx.close();
    }
}
