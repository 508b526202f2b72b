package org.warmhandoff.server;

import org.springframework.boot.SpringApplication;

/** Entry point of the jar. */
public final class WarmHandoff {

    private WarmHandoff() {}

    public static void main(String[] args) {
        SpringApplication.run(WarmHandoffApplication.class, args);
    }
}
