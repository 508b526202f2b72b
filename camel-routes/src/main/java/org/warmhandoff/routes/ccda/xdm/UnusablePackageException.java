package org.warmhandoff.routes.ccda.xdm;

/** A package that cannot be used; the reader turns it into its refusal. */
final class UnusablePackageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String sentence;

    UnusablePackageException(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
        this.sentence = sentence;
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }
}
