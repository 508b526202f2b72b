package org.warmhandoff.routes.hl7v2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps one connection from costing more than its share: closes it when too many are open or when it stays silent, and
 * stops reading from a sender that does not take its answers. One instance a connection.
 */
final class ConnectionGuard extends IdleStateHandler {

    private final AtomicInteger open;
    private final int maxOpen;

    /** @param open the count of open connections, shared by all guards */
    ConnectionGuard(Duration idleTimeout, AtomicInteger open, int maxOpen) {
        super(idleTimeout.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
        this.open = open;
        this.maxOpen = maxOpen;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        ctx.channel().closeFuture().addListener(closed -> open.decrementAndGet());
        if (open.incrementAndGet() > maxOpen) {
            ctx.close();
            return;
        }
        super.channelActive(ctx);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
        if (event.state() == IdleState.READER_IDLE) {
            ctx.close();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
        ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        super.channelWritabilityChanged(ctx);
    }
}
