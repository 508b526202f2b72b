package org.warmhandoff.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** Rules of style that a compiler does not check. */
@AnalyzeClasses(packages = {Modules.PROFILES, Modules.ROUTES, Modules.SERVER})
class CodeRulesTest {

    private static final int MOST_PARAMETERS = 7;

    @ArchTest
    static final ArchRule no_field_is_injected =
            NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("a constructor shows what a class needs");

    @ArchTest
    static final ArchRule no_name_says_nothing = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Constants)")
            .because("a class is named after what it is in the field's own words");

    @ArchTest
    static final ArchRule standard_streams_belong_to_commands = noClasses()
            .that(DescribedPredicate.not(
                    resideInAnyPackage(Modules.SERVER, Modules.SERVER + ".sandbox..", Modules.SERVER + ".command..")))
            .should(ACCESS_STANDARD_STREAMS)
            .because("only the sandbox and the command line speak to a person; the rest logs");

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .should(have(DescribedPredicate.<JavaClass>describe(
                    "a package-info with @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("NullAway looks only at marked packages");

    @ArchTest
    static final ArchRule constructors_stay_short = constructors()
            .that(DescribedPredicate.<JavaConstructor>describe(
                    "are written by hand", constructor -> writtenByHand(constructor.getOwner())))
            .should(have(DescribedPredicate.<JavaConstructor>describe(
                    "at most " + MOST_PARAMETERS + " parameters",
                    constructor -> constructor.getParameters().size() <= MOST_PARAMETERS)))
            .because("a class that needs more than seven others does more than one thing");

    /** A record lists the fields of a form, and an enum constant those of a table. */
    private static boolean writtenByHand(JavaClass type) {
        return !type.isRecord() && !type.isEnum() && !type.isAnonymousClass();
    }
}
