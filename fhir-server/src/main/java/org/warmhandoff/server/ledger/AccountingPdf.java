package org.warmhandoff.server.ledger;

import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.warmhandoff.routes.court.PrintedPage;

/** An accounting on paper, for staff to hand to the patient: the only form that has the patient's name in it. */
final class AccountingPdf {

    private static final String STYLE =
            """
            @page { size: letter landscape; margin: 15mm }
            body { font-family: Report; font-size: 9pt }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            th, td { border-bottom: 0.5pt solid #999; padding: 3pt; text-align: left; vertical-align: top;
                     word-wrap: break-word }
            tr { page-break-inside: avoid }
            """;

    private final Document page;
    private final Element body;

    private AccountingPdf(Document page) {
        this.page = page;
        Element html = page.createElement("html");
        page.appendChild(html);
        Element head = add(html, "head", null);
        add(head, "title", "Accounting of disclosures");
        add(head, "style", STYLE);
        this.body = add(html, "body", null);
    }

    static byte[] write(Patient patient, String period, List<AccountingLine> lines) {
        AccountingPdf pdf = new AccountingPdf(empty());
        pdf.add(pdf.body, "h1", "Accounting of disclosures");
        String name = patient.getNameFirstRep().getNameAsSingleString();
        String born = patient.hasBirthDate()
                ? ", born " + patient.getBirthDateElement().getValueAsString()
                : "";
        pdf.add(pdf.body, "p", name + born);
        pdf.add(pdf.body, "p", period + ". 42 CFR 2.25 and 45 CFR 164.528.");
        pdf.table(lines);
        return PrintedPage.pdf(pdf.page);
    }

    private void table(List<AccountingLine> lines) {
        if (lines.isEmpty()) {
            add(body, "p", "No disclosures are on record.");
            return;
        }
        Element table = add(body, "table", null);
        Element head = add(add(table, "thead", null), "tr", null);
        AccountingLine.HEADINGS.forEach(heading -> add(head, "th", heading));
        Element rows = add(table, "tbody", null);
        for (AccountingLine line : lines) {
            Element row = add(rows, "tr", null);
            line.cells().forEach(cell -> add(row, "td", cell));
        }
    }

    private Element add(Element parent, String name, @Nullable String text) {
        Element child = page.createElement(name);
        if (text != null) {
            // What XML cannot hold must not stop the page.
            child.setTextContent(text.replaceAll("\\p{Cntrl}", name.equals("style") ? " " : "?"));
        }
        parent.appendChild(child);
        return child;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform builds documents", e);
        }
    }
}
