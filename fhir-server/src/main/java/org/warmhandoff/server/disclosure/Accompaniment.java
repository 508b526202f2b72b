package org.warmhandoff.server.disclosure;

import java.util.SortedSet;

/**
 * What goes along with a disclosure (42 CFR 2.32).
 *
 * @param notice whether the statement that redisclosure is prohibited must go along
 * @param shortNotice whether the short statement is due though no consent carries the disclosure
 * @param mayNotPassOn whether the recipient may not redisclose even as HIPAA allows
 * @param consents ids of the Consents of which a copy, or an explanation of their scope, must go along
 */
public record Accompaniment(boolean notice, boolean shortNotice, boolean mayNotPassOn, SortedSet<String> consents) {}
