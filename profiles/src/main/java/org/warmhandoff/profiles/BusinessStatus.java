package org.warmhandoff.profiles;

import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The states of a referral ({@code Task.businessStatus}) and what each means elsewhere: {@code Task.status},
 * {@code ServiceRequest.status} and HL7 v2 RF1-1 (table 0283).
 */
public enum BusinessStatus {
    CREATED(TaskStatus.REQUESTED, ServiceRequestStatus.ACTIVE, Rf1.P),
    DELIVERED(TaskStatus.RECEIVED, ServiceRequestStatus.ACTIVE, Rf1.P),
    IN_TRIAGE(TaskStatus.RECEIVED, ServiceRequestStatus.ACTIVE, Rf1.P),
    AUTHORIZATION_PENDING(TaskStatus.RECEIVED, ServiceRequestStatus.ACTIVE, Rf1.P),
    INFO_REQUESTED(TaskStatus.ONHOLD, ServiceRequestStatus.ONHOLD, Rf1.P),
    CONSENT_PENDING(TaskStatus.ONHOLD, ServiceRequestStatus.ONHOLD, Rf1.P),
    ACCEPTED(TaskStatus.ACCEPTED, ServiceRequestStatus.ACTIVE, Rf1.A),
    WAITLISTED(TaskStatus.ACCEPTED, ServiceRequestStatus.ACTIVE, Rf1.A),
    INTAKE_SCHEDULED(TaskStatus.ACCEPTED, ServiceRequestStatus.ACTIVE, Rf1.A),
    INTAKE_MISSED(TaskStatus.ACCEPTED, ServiceRequestStatus.ACTIVE, Rf1.A),
    ADMITTED(TaskStatus.INPROGRESS, ServiceRequestStatus.ACTIVE, Rf1.A),
    DISCHARGE_PENDING(TaskStatus.INPROGRESS, ServiceRequestStatus.ACTIVE, Rf1.A),
    DECLINED(TaskStatus.REJECTED, ServiceRequestStatus.REVOKED, Rf1.R),
    CANCELLATION_REQUESTED(TaskStatus.ONHOLD, ServiceRequestStatus.ACTIVE, Rf1.P),
    CANCELLED(TaskStatus.CANCELLED, ServiceRequestStatus.REVOKED, Rf1.R),
    EXPIRED(TaskStatus.FAILED, ServiceRequestStatus.REVOKED, Rf1.E),
    DELIVERY_FAILED(TaskStatus.FAILED, ServiceRequestStatus.REVOKED, Rf1.E),
    CLOSED_COMPLETED(TaskStatus.COMPLETED, ServiceRequestStatus.COMPLETED, Rf1.A),
    CLOSED_TRANSFERRED(TaskStatus.COMPLETED, ServiceRequestStatus.COMPLETED, Rf1.A),
    CLOSED_LEFT(TaskStatus.COMPLETED, ServiceRequestStatus.COMPLETED, Rf1.A);

    /** HL7 table 0283, referral status. */
    public enum Rf1 {
        A("Accepted"),
        E("Expired"),
        P("Pending"),
        R("Rejected");

        private final String display;

        Rf1(String display) {
            this.display = display;
        }

        public String display() {
            return display;
        }
    }

    private final TaskStatus taskStatus;
    private final ServiceRequestStatus requestStatus;
    private final Rf1 rf1;

    BusinessStatus(TaskStatus taskStatus, ServiceRequestStatus requestStatus, Rf1 rf1) {
        this.taskStatus = taskStatus;
        this.requestStatus = requestStatus;
        this.rf1 = rf1;
    }

    /** The code in {@link CodeSystems#BUSINESS_STATUS}, such as {@code in-triage}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public TaskStatus taskStatus() {
        return taskStatus;
    }

    public ServiceRequestStatus requestStatus() {
        return requestStatus;
    }

    public Rf1 rf1() {
        return rf1;
    }

    /** True for the states that nothing leaves. */
    public boolean terminal() {
        return switch (taskStatus) {
            case REJECTED, CANCELLED, FAILED, COMPLETED -> true;
            default -> false;
        };
    }

    public static Optional<BusinessStatus> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
