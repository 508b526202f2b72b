package org.warmhandoff.server.postgres;

/** Adds driver parameters to a JDBC address, leaving those that it has. */
record JdbcUrl(String text) {

    JdbcUrl with(String parameter, String value) {
        int query = text.indexOf('?');
        String parameters = query < 0 ? "" : "&" + text.substring(query + 1);
        if (!text.startsWith("jdbc:postgresql:") || parameters.contains("&" + parameter + "=")) {
            return this;
        }
        String separator = query < 0 ? "?" : parameters.endsWith("&") ? "" : "&";
        return new JdbcUrl(text + separator + parameter + "=" + value);
    }
}
