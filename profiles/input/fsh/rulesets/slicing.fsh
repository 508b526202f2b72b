// Slices that are told apart by what one of their elements holds.
RuleSet: SlicedBy(element, path)
* {element} ^slicing.discriminator.type = #pattern
* {element} ^slicing.discriminator.path = "{path}"
* {element} ^slicing.rules = #open
