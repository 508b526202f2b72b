ValueSet: Instrument
Id: instrument
Title: "Instrument"
Description: "All codes of the code system instrument."
* include codes from system InstrumentCodes
