ValueSet: TaskInput
Id: task-input
Title: "Task input"
Description: "All codes of the code system task-input."
* include codes from system TaskInputCodes
