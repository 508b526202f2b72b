ValueSet: TaskCode
Id: task-code
Title: "Task code"
Description: "All codes of the code system task-code."
* include codes from system TaskCodeCodes
