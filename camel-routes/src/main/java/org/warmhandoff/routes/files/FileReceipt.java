package org.warmhandoff.routes.files;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code .ack} and {@code .nak} files say, ours and the partner's: JSON without content.
 *
 * @param messageId of the message that it answers, null when that could not be read
 * @param sha256 of the file that it answers
 * @param code {@code accepted}, or why not (code of {@code http://hl7.org/fhir/issue-type})
 * @param location of what is wrong
 * @param sentence for people
 * @param task what it became here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"messageId", "sha256", "code", "location", "sentence", "task"})
public record FileReceipt(
        @Nullable String messageId,
        @Nullable String sha256,
        @Nullable String code,
        @Nullable String location,
        @Nullable String sentence,
        @Nullable String task) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static FileReceipt accepted(String messageId, String sha256, String task) {
        return new FileReceipt(messageId, sha256, "accepted", null, null, task);
    }

    /** The one in a file; empty when there is none. */
    public static Optional<FileReceipt> read(byte[] content) {
        try {
            return Optional.ofNullable(JSON.readValue(content, FileReceipt.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings are always JSON", e);
        }
    }

    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
