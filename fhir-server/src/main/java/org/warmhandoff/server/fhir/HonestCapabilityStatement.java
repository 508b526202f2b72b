package org.warmhandoff.server.fhir;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;

/** Says what the server does and nothing else: operations that {@link OfferedOperations} refuses are left out. */
final class HonestCapabilityStatement extends JpaCapabilityStatementProvider {

    HonestCapabilityStatement(
            RestfulServer server,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validation) {
        super(server, systemDao, settings, searchParameters, validation);
        setImplementationDescription("Warm Handoff: referrals for intensive outpatient programmes");
        setIncludeResourceCounts(false);
    }

    @Override
    protected void postProcess(FhirTerser terser, IBaseConformance statement) {
        super.postProcess(terser, statement);
        ((CapabilityStatement) statement).getRest().forEach(HonestCapabilityStatement::onlyOffered);
    }

    private static void onlyOffered(CapabilityStatementRestComponent rest) {
        rest.getOperation().removeIf(operation -> !OfferedOperations.offers(operation.getName()));
        rest.getResource().forEach(resource -> resource.getOperation()
                .removeIf(operation -> !OfferedOperations.offers(operation.getName())));
    }
}
