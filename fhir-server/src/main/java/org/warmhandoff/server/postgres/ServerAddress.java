package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where an embedded server listens and how one gets in: loopback only, with a password. */
record ServerAddress(int port, String password) {
    static final String HOST = "127.0.0.1";
    static final String ADMINISTRATOR = "postgres";
    static final String APPLICATION = "warmhandoff";
    private static final String PATIENCE_SECONDS = "5";

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    String url(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    Connection connectAsAdministrator() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ADMINISTRATOR);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(url("postgres"), properties);
    }

    @Override
    public String toString() {
        return "ServerAddress[port=" + port + "]";
    }
}
