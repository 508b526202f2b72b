package org.warmhandoff.server.access.scope;

/** What may be done with resources of a type, in the letters of SMART App Launch 2.2, 3.0.2. */
public enum Right {
    CREATE('c'),
    READ('r'),
    UPDATE('u'),
    DELETE('d'),
    SEARCH('s');

    private final char letter;

    Right(char letter) {
        this.letter = letter;
    }

    boolean in(String letters) {
        return letters.indexOf(letter) >= 0;
    }
}
