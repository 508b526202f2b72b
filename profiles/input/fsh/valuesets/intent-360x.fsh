ValueSet: Intent360x
Id: intent-360x
Title: "Closed-loop intent"
Description: "All codes of the code system intent-360x."
* include codes from system Intent360xCodes
