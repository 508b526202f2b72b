package org.warmhandoff.server;

import org.warmhandoff.server.command.CommandLineTool;

/** Entry point of the jar. */
public final class WarmHandoff {

    private WarmHandoff() {}

    public static void main(String[] args) {
        int code = CommandLineTool.execute(WarmHandoffApplication.class, args);
        if (code != CommandLineTool.RUNNING) {
            System.exit(code);
        }
    }
}
