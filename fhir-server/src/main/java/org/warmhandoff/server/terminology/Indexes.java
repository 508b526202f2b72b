package org.warmhandoff.server.terminology;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.hl7.fhir.r4.model.CodeSystem;

/** An index for each code system, kept for that very instance while memory allows. Safe for several threads. */
final class Indexes {

    private final LoadingCache<CodeSystem, CodeIndex> cache =
            Caffeine.newBuilder().weakKeys().softValues().maximumSize(2_000).build(CodeIndex::of);

    CodeIndex of(CodeSystem system) {
        return cache.get(system);
    }
}
