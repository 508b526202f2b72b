CodeSystem: EndpointConnectionTypeCodes
Id: endpoint-connection-type
Title: "Endpoint connection type"
Description: "Ways of delivery that HL7 has no code for."
* insert OwnCodeSystem(endpoint-connection-type)
* #sftp "SFTP" "Files in a folder of an SFTP server."
* #file "Folder" "Files in a folder of this machine."
