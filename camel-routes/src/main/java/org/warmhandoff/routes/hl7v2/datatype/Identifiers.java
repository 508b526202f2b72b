package org.warmhandoff.routes.hl7v2.datatype;

import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.Er7Value;

/** CX, EI, PLN and the id part of XCN (v2-to-FHIR: Datatype CX, EI and XCN to Identifier). */
final class Identifiers {

    /** PID-3, whose first repetition is what the sender calls the patient by. */
    private static final int RECORD_NUMBERS = 3;

    private final Conversion conversion;
    private final Place place;
    private boolean first = true;

    Identifiers(Conversion conversion, Place place) {
        this.conversion = conversion;
        this.place = place;
    }

    /** CX, extended composite id. */
    @Nullable
    Identifier ofCx(Er7Value cx) {
        if (SsnGuard.isDeclaredIn(cx)) {
            return refused();
        }
        Hd authority = Hd.inComponent(cx, 4);
        Hd facility = Hd.inComponent(cx, 6);
        Identifier identifier = of(cx.component(1), authority.isEmpty() ? facility : authority, cx.component(5));
        if (identifier != null) {
            identifier.setPeriod(Periods.of(date(cx, 7), date(cx, 8)));
        }
        return identifier;
    }

    /** CX of a person: nine digits that could be an SSN need a type that says that they are none. */
    @Nullable
    Identifier ofPerson(Er7Value cx) {
        boolean recordNumber = place.field() == RECORD_NUMBERS && first;
        first = false;
        return !recordNumber && SsnGuard.isSuspect(cx) ? refused() : ofCx(cx);
    }

    /** EI, entity identifier. */
    @Nullable
    Identifier ofEi(Er7Value ei) {
        return of(ei.component(1), Hd.fromComponent(ei, 2), "");
    }

    /** PLN, practitioner license or other id number: its type stands where others have the assigner. */
    @Nullable
    Identifier ofPln(Er7Value pln) {
        String type = pln.component(2);
        String issuer = pln.component(3);
        boolean local = type.isEmpty() || type.equals("L");
        Hd assigner = local ? Hd.NONE : Hd.named(issuer.isEmpty() ? type : type + "-" + issuer);
        Identifier identifier = of(pln.component(1), assigner, CodeTables.IDENTIFIER_TYPE.contains(type) ? type : "");
        if (identifier != null) {
            identifier.setAssigner(null).setPeriod(Periods.of(null, date(pln, 4)));
        }
        return identifier;
    }

    /** AUT-2: a CE that senders fill like a CX. */
    @Nullable
    Identifier ofPayer(Er7Value payer) {
        String assigner = payer.component(3).isEmpty() ? payer.component(4) : payer.component(3);
        return of(payer.component(1), assigner.isEmpty() ? Hd.NONE : Hd.named(assigner), "");
    }

    /** XCN or CN: id, assigning authority and type of a person. */
    @Nullable
    Identifier ofXcn(Er7Value xcn) {
        return of(xcn.component(1), Hd.inComponent(xcn, 9), xcn.component(13));
    }

    @Nullable
    private Identifier of(String value, Hd assigner, String type) {
        if (value.isEmpty()) {
            return null;
        }
        Identifier identifier = new Identifier()
                .setType(type(type))
                .setSystem(system(value, assigner, type))
                .setValue(value);
        if (!assigner.isEmpty()) {
            identifier.setAssigner(new Reference().setDisplay(assigner.display()));
        }
        return identifier;
    }

    /** A number that claims to be an NPI but fails its check stays usable, as the sender's own. */
    private String system(String value, Hd assigner, String type) {
        String system = conversion.assigners().system(assigner);
        boolean npi = type.equals("NPI") && assigner.isEmpty() || system.equals(CodeSystems.NPI);
        if (npi && !Npi.isValid(value)) {
            conversion.notes().changed(place, "is no valid NPI, taken as a local number");
            return conversion.assigners().local("npi");
        }
        return npi ? CodeSystems.NPI : system;
    }

    @Nullable
    private CodeableConcept type(String type) {
        if (type.isEmpty()) {
            return null;
        }
        CodeableConcept known = CodeTables.IDENTIFIER_TYPE
                .concept(type.toUpperCase(Locale.ROOT))
                .orElse(null);
        if (known == null) {
            conversion.notes().changed(place, "identifier type not known");
        }
        return known;
    }

    private static @Nullable DateTimeType date(Er7Value value, int component) {
        String date = Dtm.date(value.component(component));
        return date == null ? null : new DateTimeType(date);
    }

    @Nullable
    private Identifier refused() {
        conversion.notes().dropped(place, SsnGuard.REASON);
        return null;
    }
}
