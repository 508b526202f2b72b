package org.warmhandoff.routes.hl7v2;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
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
    static final String TLS_ROUTE_ID = "accept-hl7v2-tls";

    private static final Logger LOG = LoggerFactory.getLogger(MllpIntakeRoutes.class);

    private final MllpProperties properties;
    private final Hl7v2Intake intake;
    private final AtomicInteger open = new AtomicInteger();
    private final ChannelGroup channels = new DefaultChannelGroup("mllp", ImmediateEventExecutor.INSTANCE);
    private final ChannelGroup tlsChannels = new DefaultChannelGroup("mllp-tls", ImmediateEventExecutor.INSTANCE);
    private final MllpTls tls;

    public MllpIntakeRoutes(MllpProperties properties, Hl7v2Intake intake, MllpTls tls) {
        this.properties = properties;
        this.intake = intake;
        this.tls = tls;
    }

    /** The ports that are listened on by name, which are others than the configured ones where those are 0. */
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new TreeMap<>();
        if (!properties.tls().only()) {
            ports.put("port", port());
        }
        if (properties.tls().on()) {
            ports.put("tls-port", tlsPort());
        }
        return ports;
    }

    public int port() {
        return port(channels);
    }

    public int tlsPort() {
        return port(tlsChannels);
    }

    private static int port(ChannelGroup channels) {
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
        if (!properties.tls().only()) {
            from(listener()).routeId(ROUTE_ID).removeHeaders("*").process(this::answer);
        }
        if (properties.tls().on()) {
            getContext().getRegistry().bind("mllpTlsChannels", tlsChannels);
            getContext().getRegistry().bind("mllpTls", perConnection(tls::handler));
            from(tlsListener()).routeId(TLS_ROUTE_ID).removeHeaders("*").process(this::answer);
        }
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
        return listener(properties.bind(), properties.port()) + "&encoders=#mllpEncoder&channelGroup=#mllpChannels";
    }

    /** TLS is nearer to the wire than the encoder, so it comes first. */
    private String tlsListener() {
        return listener(properties.tls().bind(), properties.tls().port())
                + "&encoders=#mllpTls,#mllpEncoder&channelGroup=#mllpTlsChannels";
    }

    private String listener(String bind, int port) {
        return "netty:tcp://" + bind + ":" + port
                + "?sync=true&synchronous=true&usingExecutorService=false&workerCount=" + properties.threads()
                + "&decoders=#mllpGuard,#mllpDecoder"
                + "&exceptionHandler=#mllpErrors&disconnectOnNoReply=true&noReplyLogLevel=DEBUG";
    }
}
