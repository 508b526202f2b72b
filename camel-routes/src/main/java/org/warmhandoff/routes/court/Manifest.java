package org.warmhandoff.routes.court;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.notice.RedisclosureNotice;

/** {@code manifest.json}: what the package is, why the court may have it, and the digest of each file in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "messageId",
    "type",
    "createdAt",
    "courtId",
    "docket",
    "participantCourtId",
    "authority",
    "files",
    "notice"
})
record Manifest(
        String messageId,
        String type,
        String createdAt,
        String courtId,
        String docket,
        @Nullable String participantCourtId,
        Authority authority,
        List<Digest> files,
        String notice) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"type", "consentId", "consentSha256", "orderId", "orderSha256", "expires", "scope"})
    record Authority(
            String type,
            @Nullable String consentId,
            @Nullable String consentSha256,
            @Nullable String orderId,
            @Nullable String orderSha256,
            @Nullable String expires,
            String scope) {}

    @JsonPropertyOrder({"name", "sha256"})
    record Digest(String name, String sha256) {}

    private static final ObjectWriter JSON = new ObjectMapper().writer(printer());

    static byte[] render(CourtReport report, Map<String, byte[]> files) {
        try {
            return (JSON.writeValueAsString(of(report, files)) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("manifest.json could not be written", e);
        }
    }

    private static Manifest of(CourtReport report, Map<String, byte[]> files) {
        return new Manifest(
                report.messageId().toString(),
                report.type().code(),
                report.createdAt().toString(),
                report.courtCase().courtId(),
                report.courtCase().docket(),
                report.participant().courtId(),
                authority(report),
                files.entrySet().stream()
                        .map(file -> new Digest(file.getKey(), Sha256.hex(file.getValue())))
                        .toList(),
                RedisclosureNotice.shortText());
    }

    private static Authority authority(CourtReport report) {
        DisclosureAuthority authority = report.authority();
        boolean consent = authority.kind().consent();
        return new Authority(
                authority.kind().code(),
                consent ? authority.id() : null,
                consent ? authority.documentHash() : null,
                consent ? null : authority.id(),
                consent ? null : authority.documentHash(),
                authority.expires() == null ? null : Objects.toString(authority.expires()),
                report.scope());
    }

    /** Jackson's own printer ends lines as the platform does. */
    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return printer;
    }
}
