ValueSet: TaskOutput
Id: task-output
Title: "Task output"
Description: "All codes of the code system task-output."
* include codes from system TaskOutputCodes
