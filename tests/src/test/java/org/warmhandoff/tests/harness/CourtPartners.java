package org.warmhandoff.tests.harness;

import java.nio.file.Path;

/** Entries of courts that both send and get files. */
public final class CourtPartners {

    private CourtPartners() {}

    /** By folders; proofs of enrolment and completion are filed too. */
    public static String byFolder(String id, Path gets, Path gives) {
        return PartnerEntries.entry(id, "court") + "      ecf-filings: true\n"
                + "      endpoint: { type: file, address: \"file:" + gets + "\" }\n"
                + "      inbox: { type: file, address: \"file:" + gives + "\" }\n";
    }

    /** By its file server; everything is encrypted to its key. */
    public static String bySftp(String id, String gets, String gives) {
        return PartnerEntries.entry(id, "court") + "      pgp-key: \"file:keys/court-pgp.asc\"\n" + "      endpoint: "
                + sftp(gets) + "      inbox: " + sftp(gives);
    }

    private static String sftp(String address) {
        return "{ type: sftp, address: \"" + address + "\", username: " + CourtSftpServer.USER
                + ", private-key: \"file:keys/hub\", known-hosts: \"file:keys/known_hosts\" }\n";
    }
}
