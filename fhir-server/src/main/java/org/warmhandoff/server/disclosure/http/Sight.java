package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Resource;

/** Which records the caller of a request may see at all, before the gate is asked: the rest is as if it were not there. */
public interface Sight {

    /** Under which it is attached to a request, before the gate opens. */
    String KEY = "warmhandoff.sight";

    Sight EVERYTHING = new Sight() {
        @Override
        public boolean narrows() {
            return false;
        }

        @Override
        public boolean sees(Resource record) {
            return true;
        }

        @Override
        public boolean reaches(Resource record) {
            return true;
        }
    };

    /** Whether there are records that it does not see. */
    boolean narrows();

    boolean sees(Resource record);

    /** Whether it may be written, which one may without seeing it. */
    boolean reaches(Resource record);

    default void attachTo(RequestDetails request) {
        request.getUserData().put(KEY, this);
    }

    static Sight of(RequestDetails request) {
        return request.getUserData().get(KEY) instanceof Sight sight ? sight : EVERYTHING;
    }
}
