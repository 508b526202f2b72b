package org.warmhandoff.server.access.scope;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.SmartScope;

/**
 * The most that an app or page may do for a person, whatever its scopes say, in the words of scopes. What is shown of records
 * is for the gate to decide; this is about what may be asked for and written.
 */
final class RoleBounds {

    private static final String DIRECTORY = " user/Organization.rs user/Practitioner.rs user/PractitionerRole.rs"
            + " user/Location.rs user/HealthcareService.rs user/Endpoint.rs user/Device.rs user/Questionnaire.rs"
            + " user/PlanDefinition.rs user/Medication.rs";

    private static final String INTAKE = "user/*.rs user/Patient.cu user/RelatedPerson.cud user/Coverage.cud"
            + " user/ServiceRequest.cu user/Task.cu user/Consent.cu user/Appointment.cud user/Schedule.cud user/Slot.cud"
            + " user/Communication.cu user/DocumentReference.cu user/Binary.c user/QuestionnaireResponse.cu"
            + " user/EpisodeOfCare.cu user/CareTeam.cu user/Flag.cu user/Practitioner.cu user/PractitionerRole.cu"
            + " user/Observation.cu user/Condition.cu user/Bundle.c";

    private static final String CARE = INTAKE + " user/Encounter.cud user/CarePlan.cud user/Goal.cud"
            + " user/Observation.d user/Condition.d user/Procedure.cud user/DiagnosticReport.cud"
            + " user/Composition.cud user/DocumentReference.d user/AllergyIntolerance.cud user/Group.cud"
            + " user/Media.cud user/Specimen.cud user/CareTeam.d user/Flag.d";

    private static final Map<Role, Set<SmartScope>> OF = new EnumMap<>(Map.of(
            Role.INTAKE, scopes(INTAKE),
            Role.THERAPIST, scopes(CARE),
            Role.PSYCHIATRIST,
                    scopes(CARE + " user/MedicationRequest.cud user/MedicationAdministration.cud"
                            + " user/MedicationDispense.cud user/Immunization.cud user/Medication.cu"),
            Role.PRIVACY_OFFICER, scopes("user/*.rus user/Consent.c user/Task.c user/DocumentReference.c user/Bundle.c"),
            Role.INTERFACE_ENGINEER, scopes("user/Subscription.rs" + DIRECTORY),
            Role.ADMIN,
                    scopes("user/Subscription.rs user/Organization.u user/Practitioner.cud user/PractitionerRole.cud"
                            + " user/Location.cud user/HealthcareService.u user/Bundle.c" + DIRECTORY)));

    private RoleBounds() {}

    /** Somebody of several roles may what one of them may. */
    static boolean allow(Set<Role> roles, Right right, String type) {
        return roles.stream().flatMap(role -> OF.getOrDefault(role, Set.of()).stream()).anyMatch(bound -> (bound.type()
                                .equals(ScopeRules.ANY)
                        || bound.type().equals(type))
                && right.in(bound.rights()));
    }

    private static Set<SmartScope> scopes(String text) {
        return Set.copyOf(Arrays.stream(text.strip().split(" +"))
                .map(scope -> SmartScope.of(scope)
                        .orElseThrow(() -> new IllegalArgumentException(scope)))
                .distinct()
                .toList());
    }
}
