package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.Er7Value;
import org.warmhandoff.routes.hl7v2.datatype.CodeTable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/**
 * MSH-7 and 10 to the Bundle; MSH-8, 11, 26, 27 and 28 to security labels of all its resources (v2-to-FHIR: MSH[Bundle]).
 */
public final class MshMapper {

    private static final List<CodeTable> LABELS = List.of(CodeTables.CONFIDENTIALITY, CodeTables.SENSITIVITY);
    private static final int[] LABEL_FIELDS = {8, 26, 27, 28};

    private final Fields msh;

    public MshMapper(Fields msh) {
        this.msh = msh;
        msh.skip(1, 2, 3, 4, 5, 6, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25);
    }

    public void map(Bundle bundle) {
        bundle.setTimestampElement(msh.instant(7));
        if (msh.has(10)) {
            bundle.setIdentifier(
                    new Identifier().setSystem(msh.assigners().local("message")).setValue(msh.text(10)));
        }
    }

    /** The labels that the sender set; one that we do not know is read as the strictest common one. */
    public List<Coding> labels() {
        List<Coding> labels = new ArrayList<>();
        if (msh.text(11).equals("T") || msh.text(11).equals("D")) {
            labels.add(new Coding(CodeSystems.ACT_REASON, "HTEST", "test health data"));
        }
        for (int field : LABEL_FIELDS) {
            for (Er7Value value : msh.all(field)) {
                add(labels, label(field, value.component(1)));
            }
        }
        return labels;
    }

    private Coding label(int field, String code) {
        String key = code.toUpperCase(Locale.ROOT);
        for (CodeTable table : LABELS) {
            Coding label = table.coding(key).orElse(null);
            if (label != null) {
                return label;
            }
        }
        msh.note(field, "label not known, taken as restricted");
        return CodeTables.CONFIDENTIALITY.coding("R").orElseThrow();
    }

    private static void add(List<Coding> labels, Coding label) {
        if (labels.stream().noneMatch(known -> known.equalsDeep(label))) {
            labels.add(label);
        }
    }
}
