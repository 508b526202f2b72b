// One row of a concept map.
RuleSet: Maps(source, equivalence, target)
* group.element[+].code = #{source}
* group.element[=].target.code = #{target}
* group.element[=].target.equivalence = #{equivalence}
