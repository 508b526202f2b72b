package org.warmhandoff.server.validation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.ParserBase.ValidationPolicy;
import org.hl7.fhir.r5.elementmodel.ValidatedFragment;
import org.hl7.fhir.r5.elementmodel.XmlParser;
import org.hl7.fhir.r5.formats.IParser.OutputStyle;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it was sent, before a lenient parser has dropped what it does not know.
 *
 * @param resource null when it is no JSON or XML at all
 * @param findings what was wrong with it as JSON or XML
 */
record ReceivedBody(@Nullable JsonObject resource, Findings findings) {

    /** Deeper nesting than any resource has; parsers that recurse would run out of stack. */
    private static final int DEEPEST = 100;

    static ReceivedBody json(byte[] body, Charset charset) {
        String text = new String(body, charset);
        if (depth(text) > DEEPEST) {
            return unreadable("It is nested more than " + DEEPEST + " levels deep.");
        }
        if (UnstorableText.in(text)) {
            return unreadable(UnstorableText.SENTENCE);
        }
        try {
            return new ReceivedBody(JsonParser.parseObject(text, true, true), Findings.NONE);
        } catch (IOException | RuntimeException e) {
            return unreadable("It is not JSON: " + e.getMessage());
        }
    }

    static ReceivedBody xml(byte[] body, IWorkerContext context) {
        XmlParser parser = new XmlParser(context);
        parser.setupValidation(ValidationPolicy.EVERYTHING);
        try {
            ValidatedFragment fragment =
                    parser.parse(new ByteArrayInputStream(body)).get(0);
            Findings findings = new Findings(Messages.findings(fragment.getErrors()));
            return fragment.getElement() == null
                    ? new ReceivedBody(null, findings.refuse() ? findings : unreadable("It is not XML.").findings)
                    : new ReceivedBody(asJson(fragment.getElement(), context), findings);
        } catch (IOException | FHIRException e) {
            return unreadable("It is not XML: " + e.getMessage());
        }
    }

    private static JsonObject asJson(Element element, IWorkerContext context) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new org.hl7.fhir.r5.elementmodel.JsonParser(context).compose(element, json, OutputStyle.NORMAL, null);
        return JsonParser.parseObject(json.toString(StandardCharsets.UTF_8), true, true);
    }

    private static ReceivedBody unreadable(String sentence) {
        return new ReceivedBody(null, Findings.of(Finding.error("structure", "", sentence)));
    }

    private static int depth(String json) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }
}
