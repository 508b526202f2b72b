package org.warmhandoff.server.identity.client;

import java.net.URI;
import java.util.List;

/** Where codes may be sent to: exact addresses, https but on the user's own machine (RFC 8252, 8.3; OAuth 2.1). */
final class RedirectUris {

    private static final int MOST = 20;

    private RedirectUris() {}

    static List<String> checked(List<String> uris) {
        if (uris.size() > MOST || !uris.stream().allMatch(RedirectUris::fits)) {
            throw ClientRefused.wrong(
                    "redirect-uris: must be https addresses without a fragment, or http ones on 127.0.0.1 or [::1]");
        }
        return uris;
    }

    private static boolean fits(String text) {
        try {
            URI uri = URI.create(text);
            String host = uri.getHost();
            boolean near = "127.0.0.1".equals(host) || "[::1]".equals(host);
            return host != null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && near));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
