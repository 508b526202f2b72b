package org.warmhandoff.routes.hl7v2.segment;

import java.util.List;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Organization.OrganizationContactComponent;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** CTD to Organization.contact; a map of our own, the guide has none. */
final class CtdMapper {

    private CtdMapper() {}

    static void map(List<Fields> contacts, Organization organization) {
        for (Fields ctd : contacts) {
            OrganizationContactComponent contact = organization.addContact();
            contact.setPurpose(ctd.concept(1, "http://terminology.hl7.org/CodeSystem/v2-0131"));
            List<HumanName> names = ctd.names(2);
            contact.setName(names.isEmpty() ? null : names.get(0));
            List<Address> addresses = ctd.addresses(3);
            contact.setAddress(addresses.isEmpty() ? null : addresses.get(0));
            ctd.telecoms(5, null).forEach(contact::addTelecom);
        }
    }
}
