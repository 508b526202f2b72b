package org.warmhandoff.routes.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The folder of one partner, open. Names are plain names in it or in one folder below ({@code done/order.xml}). */
public interface InboxFolder extends Closeable {

    /**
     * A file that is there.
     *
     * @param modified when it was last written, by the clock of whoever has it, in seconds
     */
    record Listed(String name, long size, long modified) {}

    /** Files only, no folders, at most some thousands. */
    List<Listed> list() throws IOException;

    /** The content; throws when it is longer than {@code most}. */
    byte[] read(String name, long most) throws IOException;

    /** Writes under a temporary name, then renames; replaces what is there. */
    void write(String name, byte[] content) throws IOException;

    /** Renames, also into a folder below, which is made if absent. Fails when the target is there. */
    void move(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    boolean exists(String name) throws IOException;
}
