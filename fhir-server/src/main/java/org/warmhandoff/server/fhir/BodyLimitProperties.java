package org.warmhandoff.server.fhir;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param maxBody longest body of a FHIR request; longer ones are refused with 413 */
@ConfigurationProperties("warmhandoff.fhir")
record BodyLimitProperties(@DefaultValue("32MB") DataSize maxBody) {}
