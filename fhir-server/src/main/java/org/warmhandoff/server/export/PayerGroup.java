package org.warmhandoff.server.export;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Group.GroupMemberComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.CodeSystems;

/** The Group of a payer: whom it covers now. Pure. */
final class PayerGroup {

    private static final String KIND = "payer-attribution";

    private PayerGroup() {}

    static boolean isOne(Group group) {
        return group.getCode().hasCoding(CodeSystems.GROUP_KIND, KIND);
    }

    /** The Group with these members and no others. */
    static Group with(Group group, List<Member> members) {
        Group copy = group.copy();
        copy.setMember(
                new ArrayList<>(members.stream().map(PayerGroup::component).toList()));
        return copy;
    }

    private static GroupMemberComponent component(Member member) {
        GroupMemberComponent component = new GroupMemberComponent(new Reference("Patient/" + member.patientId()));
        if (member.start() != null || member.end() != null) {
            component.setPeriod(new Period());
        }
        if (member.start() != null) {
            component.getPeriod().setStartElement(new DateTimeType(member.start()));
        }
        if (member.end() != null) {
            component.getPeriod().setEndElement(new DateTimeType(member.end()));
        }
        return component.setInactive(false);
    }
}
