package org.warmhandoff.server.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** An accounting as CSV (RFC 4180) that a spreadsheet may open: no cell is taken for a formula. */
final class AccountingCsv {

    private static final String FORMULA = "=+-@\t\r\n";

    private AccountingCsv() {}

    static byte[] write(List<AccountingLine> lines) {
        StringBuilder out = new StringBuilder(row(AccountingLine.HEADINGS));
        lines.forEach(line -> out.append(row(line.cells())));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(AccountingCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
