package org.warmhandoff.tests.faults;

/** Threads that never keep the JVM alive. */
final class Threads {

    private Threads() {}

    static Thread daemon(Runnable work, String name) {
        Thread thread = idle(work);
        thread.setName(name);
        thread.start();
        return thread;
    }

    /** Not started yet. */
    static Thread idle(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }
}
