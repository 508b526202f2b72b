package org.warmhandoff.routes.hl7v2;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.DeliveryResult.Retry;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.delivery.PartnerSender;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Sends HL7 v2 messages over MLLP and waits for the acknowledgement. One connection a message: order is the
 * dispatcher's business, and a connection that was idle for long is often dead without knowing it.
 */
public final class MllpSender implements PartnerSender, AutoCloseable {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final MllpProperties.Sender timeouts;
    private final ClientTls contexts = new ClientTls();
    private final EventLoopGroup events = new NioEventLoopGroup(1, new DefaultThreadFactory("mllp-send", true));

    public MllpSender(MllpProperties.Sender timeouts) {
        this.timeouts = timeouts;
    }

    @Override
    public boolean serves(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Mllp;
    }

    @Override
    public DeliveryResult send(OutboundMessage message) {
        if (!(message.partner().endpoint() instanceof PartnerEndpoint.Mllp address)) {
            return new DeliveryResult.Rejected("mllp-address", "The partner has no MLLP endpoint");
        }
        // Resolved here, as the event loop would do it while all other sends wait.
        InetSocketAddress resolved = new InetSocketAddress(address.host(), address.port());
        if (resolved.isUnresolved()) {
            return new Retry("mllp-connect", "UnknownHostException");
        }
        return exchange(resolved, address, message);
    }

    private DeliveryResult exchange(InetSocketAddress address, PartnerEndpoint.Mllp endpoint, OutboundMessage message) {
        SslHandler tls;
        try {
            tls = endpoint.tls() == null ? null : contexts.handler(endpoint, endpoint.tls(), timeouts.connectTimeout());
        } catch (Exception e) {
            return failed("mllp-tls-files", e);
        }
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        ChannelFuture connection = connect(address, tls, message.body(), answer);
        try {
            if (!connection.await().isSuccess()) {
                return failed("mllp-connect", connection.cause());
            }
            long patience = timeouts.answerTimeout().toMillis();
            return AcknowledgementReader.read(answer.get(patience, TimeUnit.MILLISECONDS), controlId(message));
        } catch (TimeoutException e) {
            return new Retry("mllp-timeout", "No acknowledgement in time");
        } catch (ExecutionException e) {
            return failed("mllp-connection", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Retry("mllp-interrupted", "Interrupted while waiting for the partner");
        } finally {
            connection.channel().close();
        }
    }

    private ChannelFuture connect(
            InetSocketAddress address, @Nullable SslHandler tls, byte[] body, CompletableFuture<byte[]> answer) {
        return new Bootstrap()
                .group(events)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(timeouts.connectTimeout().toMillis()))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (tls != null) {
                            channel.pipeline().addLast(tls);
                        }
                        channel.pipeline()
                                .addLast(new MllpFrameEncoder(), new MllpFrameDecoder(LONGEST_ANSWER))
                                .addLast(new MllpExchange(body, answer));
                    }
                })
                .connect(address);
    }

    /** Only the kind of failure is told: it is all that the dispatcher needs, and no text of others gets into it. */
    private static DeliveryResult failed(String code, @Nullable Throwable cause) {
        Throwable root = cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
        String kind = root instanceof SSLException ? "mllp-tls" : code;
        return new Retry(kind, root == null ? "unknown" : root.getClass().getSimpleName());
    }

    private static String controlId(OutboundMessage message) {
        return Er7Message.parse(message.body()).map(Er7Message::controlId).orElseGet(message::messageId);
    }

    /** Frees the thread; sends that are under way end with a retry. */
    @Override
    public void close() {
        events.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
