package org.warmhandoff.server.part2;

import java.util.Set;

/**
 * What one provision of a consent permits or denies. In a denial an empty set means all. In a permission without recipients
 * or purposes nothing is permitted; without classes and kinds it covers everything but protected notes. In a provision
 * within another, an empty set means as in the outer one.
 *
 * @param recipients ids of organisations or persons
 * @param recipientClasses such as all treating hospitals; counts in a permission only where the law allows it
 */
public record Provision(
        boolean permits,
        Set<String> recipients,
        Set<ActorKind> recipientClasses,
        Set<Purpose> purposes,
        Set<RecordClass> classes,
        Set<RecordKind> kinds) {

    public Provision {
        recipients = Set.copyOf(recipients);
        recipientClasses = Set.copyOf(recipientClasses);
        purposes = Set.copyOf(purposes);
        classes = Set.copyOf(classes);
        kinds = Set.copyOf(kinds);
    }

    /** With what it leaves out taken over from the outer one. */
    public Provision within(Provision outer) {
        boolean sameRecipients = recipients.isEmpty() && recipientClasses.isEmpty();
        return new Provision(
                permits,
                sameRecipients ? outer.recipients : recipients,
                sameRecipients ? outer.recipientClasses : recipientClasses,
                purposes.isEmpty() ? outer.purposes : purposes,
                classes.isEmpty() ? outer.classes : classes,
                kinds.isEmpty() ? outer.kinds : kinds);
    }
}
