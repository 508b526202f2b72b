package org.warmhandoff.server.sandbox;

/** How the scripted run went. */
public record SandboxResult(int hops, int failed) {

    /** 0 when every hop worked, else 1. */
    public int exitCode() {
        return failed == 0 ? 0 : 1;
    }
}
