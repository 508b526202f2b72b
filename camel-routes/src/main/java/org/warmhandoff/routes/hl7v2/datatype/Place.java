package org.warmhandoff.routes.hl7v2.datatype;

/** Where something stood: {@code PID-19}, {@code OBX[2]-5}. Names a position, never what was there. */
record Place(String segment, int occurrence, int field) {

    @Override
    public String toString() {
        return segment + (occurrence > 1 ? "[" + occurrence + "]" : "") + "-" + field;
    }
}
