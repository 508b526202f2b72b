ValueSet: EndpointConnectionType
Id: endpoint-connection-type
Title: "Endpoint connection type"
Description: "All codes of the code system endpoint-connection-type."
* include codes from system EndpointConnectionTypeCodes
