package org.warmhandoff.routes.hl7v2;

/** The encoding characters of one message: MSH-1 and MSH-2 (HL7 v2.5.1, 2.5.4). */
public record Delimiters(char field, char component, char repetition, char escape, char subcomponent) {

    public static final Delimiters STANDARD = new Delimiters('|', '^', '~', '\\', '&');

    private static final char DELETE = '\u007F';

    /** Reads them off a text that starts with {@code MSH}; short MSH-2 values are filled up with the standard ones. */
    static Delimiters of(String msh) {
        char field = msh.charAt(3);
        int end = msh.indexOf(field, 4);
        String encoding = end < 0 ? msh.substring(4) : msh.substring(4, end);
        return new Delimiters(
                field,
                at(encoding, 0, STANDARD.component),
                at(encoding, 1, STANDARD.repetition),
                at(encoding, 2, STANDARD.escape),
                at(encoding, 3, STANDARD.subcomponent));
    }

    private static char at(String encoding, int index, char otherwise) {
        return index < encoding.length() && isDelimiter(encoding.charAt(index)) ? encoding.charAt(index) : otherwise;
    }

    /** What words are made of cannot part them: with such a delimiter not even an acknowledgement code could be read. */
    static boolean isDelimiter(char c) {
        return !Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && c > ' ' && c != DELETE;
    }

    /** MSH-2 of an answer in these characters. */
    String encoding() {
        return "" + component + repetition + escape + subcomponent;
    }

    /** Replaces the escape sequences of HL7 v2.5.1, 2.7; unknown ones stay as they are. */
    String unescape(String text) {
        if (text.indexOf(escape) < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int start = text.indexOf(escape, from);
            int end = start < 0 ? -1 : text.indexOf(escape, start + 1);
            if (end < 0) {
                return out.append(text, from, text.length()).toString();
            }
            out.append(text, from, start).append(meaning(text.substring(start + 1, end)));
            from = end + 1;
        }
        return out.toString();
    }

    private String meaning(String code) {
        return switch (code) {
            case "F" -> String.valueOf(field);
            case "S" -> String.valueOf(component);
            case "R" -> String.valueOf(repetition);
            case "E" -> String.valueOf(escape);
            case "T" -> String.valueOf(subcomponent);
            case ".br" -> "\n";
            case "H", "N" -> "";
            default -> code.startsWith("X") ? characters(code.substring(1), code) : escape + code + escape;
        };
    }

    /** Hexadecimal data stands for bytes of the message's character set; ASCII is all that any set agrees on. */
    private String characters(String hex, String code) {
        StringBuilder out = new StringBuilder(hex.length() / 2);
        for (int i = 0; i < hex.length(); i += 2) {
            int high = Character.digit(hex.charAt(i), 8);
            int low = i + 1 < hex.length() ? Character.digit(hex.charAt(i + 1), 16) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                return escape + code + escape;
            }
            out.append((char) (high * 16 + low));
        }
        return out.toString();
    }

    /** Escapes a plain text for use inside a (sub)component; two quotes alone would mean "delete what you have". */
    public String escape(String text) {
        if (Er7Value.isNull(text)) {
            return escape + "X2222" + escape;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            String code = code(c);
            if (code.isEmpty()) {
                out.append(c);
            } else {
                out.append(escape).append(code).append(escape);
            }
        }
        return out.toString();
    }

    private String code(char c) {
        if (c == field) {
            return "F";
        } else if (c == component) {
            return "S";
        } else if (c == repetition) {
            return "R";
        } else if (c == escape) {
            return "E";
        } else if (c == subcomponent) {
            return "T";
        }
        return c == '\r' || c == '\n' ? ".br" : hexadecimal(c);
    }

    /** 0x0B and 0x1C frame messages (MLLP): a value that holds them would end ours, and could begin another. */
    private static String hexadecimal(char c) {
        return c < ' ' || c == DELETE ? String.format("X%02X", (int) c) : "";
    }
}
