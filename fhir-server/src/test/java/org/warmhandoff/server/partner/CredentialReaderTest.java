package org.warmhandoff.server.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialReaderTest {

    private static final String CERTIFICATE =
            """
            -----BEGIN CERTIFICATE-----
            MIIC/zCCAeegAwIBAgIUYLzA7QcSZQH8TALjxMjd8uVsBLQwDQYJKoZIhvcNAQEL
            BQAwDzENMAsGA1UEAwwEdGVzdDAeFw0yNjExMjMxOTU3MzFaFw0yNzAxMDIxOTU3
            MzFaMA8xDTALBgNVBAMMBHRlc3QwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEK
            AoIBAQCIEFKbwWqkec8QwIu9pzBcwjNckRKXe9f6s8xRshsvQzgQkVuRy7G9893f
            shV01/jkT/TA60A8Zqmz7Fiw72f46ovv1RwV5nzgNl4zWaHOzXRAWhtqNbxao5+K
            OzgeO5pUVo2Z3fhA/0KmDaFutNB7OOP27qe5iCVw8iL4Et3qIkcjPay5Gk7kW8SS
            goexErfhmp8Uwz8qPZt1tHfKKwzVPAFL6HJT1suVmqtbAYjmdCGbw+dHtYORWS3O
            d/Y7YeP8mWkAQbfNYxT3JTeIAcLHp8ZcMBx+2b2HoU56r2kZme+yo3FNYFR/R6sR
            k8jSdhdRJjunv+Xxy6q+hlo4yKcJAgMBAAGjUzBRMB0GA1UdDgQWBBS7ocsb/IdW
            LOEbek7eb13QYTr+RDAfBgNVHSMEGDAWgBS7ocsb/IdWLOEbek7eb13QYTr+RDAP
            BgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQBFunxgHvmyCeu1YpY4
            oR5hwXJ1LUulX1qXuBag1idbQ8xEZBAi+KU9hb9mAV2fN4Vqf5KpuDZiZ/9iYeF9
            GJ3fx1nUSN41IP3EC0mKTM7cj7hqInnRoatMK1p3gb9jqz1IYKAYrRGxBHBjeTLq
            vSIsStRxr7cKsUR1O/+VHDT5hkoPiwKNhTt4zR/1/ad1JjY+vCmlbEDnIg2+Y3Ub
            /tjNymaShGMWa9uynrlaap7z0BqKBZdosrdZjLBEZRmtq81cEmDIx3o97331oSk8
            6Y+4lnKU5qal+1NYJf5zz/Xe5Xqsp797w20crOAXipx8PtwXw+YBW0CmG6xAMHx0
            5u+G
            -----END CERTIFICATE-----
            """;

    private static final Instant END = Instant.parse("2027-01-02T19:57:31Z");

    @TempDir
    Path data;

    @Test
    void certificates_in_files_and_in_key_sets_are_read() throws IOException {
        Files.writeString(data.resolve("hub.pem"), "a comment\n" + CERTIFICATE);
        Files.writeString(
                data.resolve("client.json"),
                "{\"keys\":[{\"kty\":\"RSA\",\"x5c\":[\"" + CERTIFICATE.replaceAll("-----[A-Z ]+-----|\\s", "")
                        + "\"]}]}");

        assertThat(ends("file:hub.pem", "file:client.json"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("endpoint key", END, "client key", END));
    }

    @Test
    void a_bare_key_has_no_end_and_what_cannot_be_read_is_left_out() throws IOException {
        Files.writeString(data.resolve("hub"), "-----BEGIN OPENSSH PRIVATE KEY-----\n");
        Files.writeString(data.resolve("broken.json"), "{\"keys\":[{\"x5c\":[\"!!\"]}]}");

        assertThat(ends("file:hub", "file:broken.json")).isEmpty();
        assertThat(ends("file:gone", "file:/dev/zero")).isEmpty();
    }

    private Map<String, Instant> ends(String privateKey, String jwks) {
        PartnerProperties.Entry entry = new PartnerProperties.Entry(
                "court",
                "Court",
                "court",
                List.of(),
                null,
                new PartnerProperties.Client("c", jwks, ""),
                new PartnerProperties.Endpoint(
                        "sftp", "sftp://court.example/in", "hub", privateKey, "file:kh", null, null),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null);
        return new CredentialReader(data).ends(new PartnerReader(data).partner(entry), entry);
    }
}
