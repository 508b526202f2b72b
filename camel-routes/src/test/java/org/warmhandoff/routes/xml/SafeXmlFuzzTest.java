package org.warmhandoff.routes.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;

/** Any bytes are a document that says no more than they do, or are refused. */
class SafeXmlFuzzTest {

    static Stream<byte[]> documents() {
        Stream<byte[]> bombs = Stream.of(
                        "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>",
                        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                        "<?xml version='1.1'?><a b='&#1;'>&#x85;</a>",
                        "<?xml version='1.0' encoding='UTF-16'?><a/>",
                        "<a xmlns='urn:x' xmlns:y='urn:y' y:b='c'><![CDATA[]]]]><![CDATA[>]]></a>")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        return Stream.of(bombs, Seeds.own("court", ".xml"), Seeds.own("ccda", ".xml"), Seeds.real("court", ".xml"))
                .flatMap(seeds -> seeds);
    }

    @MethodSource("documents")
    @FuzzTest
    void any_bytes_are_a_bounded_document_or_refused(byte[] bytes) throws Exception {
        Bounded.inTime(() -> check(bytes));
    }

    private static void check(byte[] bytes) {
        if (SafeXml.read(bytes) instanceof SafeXml.Read.Document document) {
            XmlElement root = document.root();
            assertThat(root.deep().count()).isLessThanOrEqualTo(bytes.length);
            // Nothing expands: no text without as many characters in the document.
            assertThat(root.deep()
                            .mapToInt(element -> element.name().length())
                            .max()
                            .orElse(0))
                    .isLessThanOrEqualTo(bytes.length);
            assertThat(root.text().length()).isLessThanOrEqualTo(2 * bytes.length);
        }
    }
}
