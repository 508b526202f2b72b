package org.warmhandoff.routes.hl7v2;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;
import org.apache.camel.spi.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HL7 v2 listener: MLLP blocks in, acknowledgements out, one at a time and in order on each connection. */
public final class MllpIntakeRoutes extends RouteBuilder {

    static final String ROUTE_ID = "accept-hl7v2";

    private static final Logger LOG = LoggerFactory.getLogger(MllpIntakeRoutes.class);

    private final MllpProperties properties;
    private final Hl7v2Intake intake;
    private final AtomicInteger open = new AtomicInteger();
    private final ChannelGroup channels = new DefaultChannelGroup("mllp", ImmediateEventExecutor.INSTANCE);

    public MllpIntakeRoutes(MllpProperties properties, Hl7v2Intake intake) {
        this.properties = properties;
        this.intake = intake;
    }

    /** The port that is listened on, which is another than the configured one where that is 0. */
    public int port() {
        return channels.stream()
                .filter(ServerChannel.class::isInstance)
                .map(Channel::localAddress)
                .mapToInt(address -> ((InetSocketAddress) address).getPort())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The HL7 v2 listener is not running"));
    }

    @Override
    public void configure() {
        bindHandlers(getContext().getRegistry());
        onException(Throwable.class).handled(true).process(MllpIntakeRoutes::hangUp);
        from(listener()).routeId(ROUTE_ID).removeHeaders("*").process(this::answer);
    }

    private void answer(Exchange exchange) {
        MllpFrame frame = exchange.getMessage().getBody(MllpFrame.class);
        exchange.getMessage().setBody(intake.answer(frame).orElse(null));
    }

    /** Without an answer the sender does not know, and sends again: better than words that may quote the message. */
    private static void hangUp(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.error("HL7 v2 message not answered: {}", cause.getClass().getName());
        exchange.getMessage().setBody(null);
    }

    private void bindHandlers(Registry registry) {
        int maxFrame = Math.toIntExact(properties.maxFrame().toBytes());
        registry.bind("mllpChannels", channels);
        registry.bind("mllpErrors", new QuietExceptionHandler());
        registry.bind("mllpEncoder", new MllpFrameEncoder());
        registry.bind(
                "mllpGuard",
                perConnection(() -> new ConnectionGuard(properties.idleTimeout(), open, properties.maxConnections())));
        registry.bind("mllpDecoder", perConnection(() -> new MllpFrameDecoder(maxFrame)));
    }

    private static DefaultChannelHandlerFactory perConnection(Supplier<ChannelHandler> handler) {
        return new DefaultChannelHandlerFactory() {
            @Override
            public ChannelHandler newChannelHandler() {
                return handler.get();
            }
        };
    }

    /** Messages are handled on the socket's own thread: while one is being stored, no further bytes are read. */
    private String listener() {
        return "netty:tcp://" + properties.bind() + ":" + properties.port()
                + "?sync=true&synchronous=true&usingExecutorService=false&workerCount=" + properties.threads()
                + "&encoders=#mllpEncoder&decoders=#mllpGuard,#mllpDecoder&channelGroup=#mllpChannels"
                + "&exceptionHandler=#mllpErrors&disconnectOnNoReply=true&noReplyLogLevel=DEBUG";
    }
}
