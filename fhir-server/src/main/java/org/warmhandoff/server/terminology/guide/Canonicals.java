package org.warmhandoff.server.terminology.guide;

import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;

/** References to definitions by URL, as FHIR R4's type {@code canonical} writes them: {@code url|version}. */
public final class Canonicals {

    private Canonicals() {}

    /** A URL and the version that is asked for, if any. */
    public record Parts(String url, @Nullable String version) {

        /** Whether a definition is the one that is referred to. */
        public boolean names(MetadataResource definition) {
            return url.equals(definition.getUrl()) && (version == null || version.equals(definition.getVersion()));
        }
    }

    public static Parts parts(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0
                ? new Parts(canonical, null)
                : new Parts(canonical.substring(0, bar), canonical.substring(bar + 1));
    }

    /** The reference to a URL in a version, or in any when there is none. */
    public static String of(String url, @Nullable String version) {
        return version == null || version.isEmpty() || url.indexOf('|') >= 0 ? url : url + "|" + version;
    }
}
