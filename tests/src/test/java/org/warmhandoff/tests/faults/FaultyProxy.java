package org.warmhandoff.tests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.warmhandoff.tests.harness.Ports;

/** A door on a port of its own that leads to another port, if nothing happens on the way. */
final class FaultyProxy implements AutoCloseable {

    private final int port = Ports.free();
    private final IntSupplier target;
    private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger injected = new AtomicInteger();
    private volatile Supplier<Mishap> weather = () -> Mishap.NONE;
    private volatile ServerSocket listener;

    /** @param target asked for each connection, so that what stands behind the door may move */
    FaultyProxy(IntSupplier target) {
        this.target = target;
        pickUp();
    }

    int port() {
        return port;
    }

    /** What happens to connections from now on. */
    void weather(Supplier<Mishap> mishaps) {
        weather = mishaps;
    }

    void clear() {
        weather = () -> Mishap.NONE;
    }

    /** How many connections something happened to. */
    int injected() {
        return injected.get();
    }

    /** How many are open now. */
    int connections() {
        return open.size();
    }

    /** Resets every connection and refuses new ones. */
    void hangUp() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(ProxiedConnection::reset);
        open.clear();
        injected.incrementAndGet();
    }

    /** Listens again, on the same port. */
    void pickUp() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = socket;
            Threads.daemon(() -> accept(socket), "proxy-" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hangUp();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Mishap mishap = weather.get();
                if (mishap != Mishap.NONE) {
                    injected.incrementAndGet();
                }
                ProxiedConnection connection = new ProxiedConnection(client, mishap, open::remove);
                open.add(connection);
                Threads.daemon(() -> connection.serve(target.getAsInt()), "proxied");
            } catch (IOException hungUp) {
                // The loop ends when the socket is closed; anything else concerns one connection only.
            }
        }
    }
}
