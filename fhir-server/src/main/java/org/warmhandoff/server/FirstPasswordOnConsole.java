package org.warmhandoff.server;

import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.FirstPassword;

/** To the console and not through a logger, whose files are kept and sent about. */
@Component
class FirstPasswordOnConsole implements FirstPassword {

    @Override
    public void say(String user, String password) {
        System.out.println("First start: sign in at /login as " + user + " with the password " + password
                + " (it is not shown again; you choose another one then)");
        System.out.flush();
    }
}
