package org.warmhandoff.routes.ccda;

import org.warmhandoff.routes.notice.Carriage;

/** How C-CDA carries what goes along: as its first section, before anything is told (HL7 DS4P, 2.16.840.1.113883.3.3251.1.5). */
final class CdaCarriage {

    private CdaCarriage() {}

    static void section(CdaOut out, Carriage carriage) {
        if (carriage.fully().isEmpty()) {
            return;
        }
        out.open("component").open("section");
        out.empty("templateId", "root", "2.16.840.1.113883.3.3251.1.5");
        out.empty("code", "code", "57017-6", "codeSystem", NoteBody.LOINC, "displayName", "Privacy policy");
        out.text("title", "Prohibition on redisclosure");
        out.open("text");
        carriage.fully().forEach(line -> out.text("paragraph", line));
        out.close().close().close();
    }
}
