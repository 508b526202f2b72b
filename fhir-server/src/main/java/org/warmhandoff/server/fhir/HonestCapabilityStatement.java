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
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.GuidePackage;

/** Says what the server does and nothing else: operations that {@link OfferedOperations} refuses are left out. */
final class HonestCapabilityStatement extends JpaCapabilityStatementProvider {

    private static final String REQUIREMENTS = Canonical.BASE + "/CapabilityStatement/warmhandoff-server";

    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private static final String OAUTH = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

    private final FhirContext context;
    private final String oauth;

    HonestCapabilityStatement(
            RestfulServer server,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validation,
            String baseUrl) {
        super(server, systemDao, settings, searchParameters, validation);
        setImplementationDescription("Warm Handoff: referrals for intensive outpatient programmes");
        setIncludeResourceCounts(false);
        context = server.getFhirContext();
        oauth = baseUrl.replaceAll("/+$", "") + "/oauth2/";
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
        ((CapabilityStatement) statement).getRest().forEach(this::addSecurity);
    }

    /** Where tokens are got, for clients that do not ask for the SMART configuration (SMART App Launch 1.0). */
    private void addSecurity(CapabilityStatementRestComponent rest) {
        CapabilityStatementRestSecurityComponent security = rest.getSecurity();
        security.addService()
                .setText("SMART Backend Services and App Launch 2; see .well-known/smart-configuration")
                .addCoding(new Coding(
                        "http://terminology.hl7.org/CodeSystem/restful-security-service", "SMART-on-FHIR", null));
        Extension uris = security.addExtension();
        uris.setUrl(OAUTH);
        for (String endpoint : List.of("token", "authorize", "introspect", "revoke")) {
            uris.addExtension(endpoint, new UriType(oauth + endpoint));
        }
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
