// The labels of a record that a Part 2 programme created or received.
RuleSet: Part2Record
* meta.security[+] = $Confidentiality#R
* meta.security[+] = $ActCode#SUD
* meta.security[+] = $ActCode#42CFRPart2
* meta.security[+] = $ActCode#NORDSCLCD
* meta.security[+] = $ActCode#RedisclosureProhibitionMark
* meta.security[+] = $ActCode#PERSISTLABEL
