package org.warmhandoff.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.GuidePackage;

/** Says what the server does and nothing else: operations that {@link OfferedOperations} refuses are left out. */
final class HonestCapabilityStatement extends JpaCapabilityStatementProvider {

    private static final String REQUIREMENTS = Canonical.BASE + "/CapabilityStatement/warmhandoff-server";

    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private final FhirContext context;

    HonestCapabilityStatement(
            RestfulServer server,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validation) {
        super(server, systemDao, settings, searchParameters, validation);
        setImplementationDescription("Warm Handoff: referrals for intensive outpatient programmes");
        setIncludeResourceCounts(false);
        context = server.getFhirContext();
    }

    /** HAPI reads only the definitions that it makes itself; those of the guide are better. */
    @Override
    public IBaseResource readOperationDefinition(IIdType id, RequestDetails request) {
        String file = "package/OperationDefinition-" + id.getIdPart() + ".json";
        return GuidePackage.definitions().contains(file)
                ? context.newJsonParser().parseResource(GuidePackage.read(file))
                : super.readOperationDefinition(id, request);
    }

    @Override
    protected void postProcess(FhirTerser terser, IBaseConformance statement) {
        super.postProcess(terser, statement);
        ((CapabilityStatement) statement).addInstantiates(REQUIREMENTS);
        ((CapabilityStatement) statement).getRest().forEach(HonestCapabilityStatement::onlyOffered);
    }

    /** How an R4 server names its topics (Subscriptions R5 Backport 1.1). */
    private static void addTopic(CapabilityStatementRestResourceComponent subscription) {
        subscription.addExtension(
                BACKPORT + "capabilitystatement-subscriptiontopic-canonical",
                new CanonicalType(Canonical.REFERRAL_STATUS_TOPIC));
        subscription.addSupportedProfile(BACKPORT + "backport-subscription");
    }

    private static void onlyOffered(CapabilityStatementRestComponent rest) {
        rest.getOperation().removeIf(operation -> !OfferedOperations.offers(operation.getName()));
        rest.getResource().forEach(resource -> resource.getOperation()
                .removeIf(operation -> !OfferedOperations.offers(operation.getName())));
        rest.getResource().stream()
                .filter(resource -> resource.getType().equals("Subscription"))
                .forEach(HonestCapabilityStatement::addTopic);
    }
}
