package org.warmhandoff.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** profiles {@literal <-} camel-routes {@literal <-} fhir-server {@literal <-} tests. */
@AnalyzeClasses(packages = {Modules.PROFILES, Modules.ROUTES, Modules.SERVER})
class ModuleArrowsTest {

    @ArchTest
    static final ArchRule profiles_know_no_other_module = noClasses()
            .that()
            .resideInAPackage(Modules.PROFILES + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Modules.ROUTES + "..", Modules.SERVER + "..", Modules.TESTS + "..")
            .because("profiles is the leaf that every other module uses");

    @ArchTest
    static final ArchRule routes_do_not_know_the_server = noClasses()
            .that()
            .resideInAPackage(Modules.ROUTES + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Modules.SERVER + "..", Modules.TESTS + "..")
            .because("camel-routes owns the ports, the server implements them");

    @ArchTest
    static final ArchRule routes_know_no_database = noClasses()
            .that()
            .resideInAPackage(Modules.ROUTES + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.data..",
                    "org.springframework.jdbc..",
                    "jakarta.persistence..",
                    "ca.uhn.fhir.jpa..",
                    "java.sql..",
                    "javax.sql..")
            .because("routes move and translate messages; what is stored is the server's answer to a port");

    @ArchTest
    static final ArchRule nothing_that_runs_knows_its_tests = noClasses()
            .that()
            .resideInAPackage(Modules.SERVER + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Modules.TESTS + "..", "org.junit..", "org.assertj..")
            .because("tests look at the server from outside");
}
