package org.warmhandoff.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who may import whom inside the server. A package that is not in a table is a feature that uses leaves only. */
@AnalyzeClasses(packages = Modules.SERVER)
class ServerArrowsTest {

    /** Serve every feature and know none; each with the leaves it stands on. */
    private static final Map<String, Set<String>> LEAVES = Map.ofEntries(
            Map.entry("postgres", Set.of()),
            Map.entry("storage", Set.of()),
            Map.entry("part2", Set.of()),
            Map.entry("work", Set.of()),
            Map.entry("timers", Set.of()),
            Map.entry("changes", Set.of("work")),
            Map.entry("vault", Set.of("postgres")),
            Map.entry("partner", Set.of("storage", "postgres", "timers", "work")),
            Map.entry("patient", Set.of("storage")),
            Map.entry("validation", Set.of("storage")),
            Map.entry("audit", Set.of("storage")),
            Map.entry("alert", Set.of("postgres", "timers", "work")),
            Map.entry("inbox", Set.of("work", "vault", "timers")),
            Map.entry("delivery", Set.of("partner", "work")),
            Map.entry("outgoing", Set.of("delivery", "disclosure", "part2", "partner", "storage")),
            Map.entry("identity", Set.of("partner", "part2", "postgres", "storage", "timers", "vault", "work")),
            Map.entry("ledger", Set.of("identity", "part2", "postgres", "storage", "timers", "vault", "work")),
            Map.entry(
                    "consent",
                    Set.of(
                            "identity",
                            "ledger",
                            "part2",
                            "partner",
                            "storage",
                            "changes",
                            "timers",
                            "work",
                            "patient")),
            Map.entry(
                    "labels", Set.of("identity", "part2", "partner", "patient", "storage", "timers", "vault", "work")),
            Map.entry("access", Set.of("disclosure", "identity", "ledger", "partner", "storage")),
            Map.entry(
                    "disclosure",
                    Set.of(
                            "consent",
                            "labels",
                            "identity",
                            "ledger",
                            "part2",
                            "partner",
                            "patient",
                            "postgres",
                            "storage",
                            "work")));

    /** Features that need another feature. */
    private static final Map<String, Set<String>> FEATURES = Map.of(
            "referral", Set.of("episode"),
            "court", Set.of("referral"),
            "feed", Set.of("referral"),
            "subscription", Set.of("referral"),
            "command", Set.of("sandbox"),
            "console", Set.of("referral"));

    @ArchTest
    static void a_package_imports_only_what_it_may(JavaClasses server) {
        for (String name : topPackages(server)) {
            if (!Set.of("sandbox", "fhir").contains(name)) {
                only(name, allowedFor(name)).check(server);
            }
        }
    }

    @ArchTest
    static final ArchRule fhir_imports_no_feature = classes()
            .that()
            .resideInAPackage(in("fhir"))
            .should()
            .onlyDependOnClassesThat(outsideTheServer()
                    .or(resideInAPackage(in("fhir")))
                    .or(resideInAPackage(in("storage")))
                    .or(resideInAPackage(in("postgres"))))
            .because("the wiring collects providers and interceptors as beans and names no feature");

    @ArchTest
    static final ArchRule no_feature_imports_fhir = noClasses()
            .that()
            .resideOutsideOfPackages(in("fhir"), Modules.SERVER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(in("fhir"))
            .because("a feature offers beans, the wiring finds them");

    @ArchTest
    static final ArchRule sandbox_is_a_stranger = classes()
            .that()
            .resideInAPackage(in("sandbox"))
            .should()
            .onlyDependOnClassesThat(outsideTheServer()
                    .and(DescribedPredicate.not(resideInAPackage(Modules.ROUTES + "..")))
                    .or(resideInAPackage(in("sandbox"))))
            .allowEmptyShould(true)
            .because("simulated partners share no code path with the server but the wire");

    @ArchTest
    static final ArchRule decisions_are_pure = classes()
            .that()
            .resideInAPackage(in("part2"))
            .should()
            .onlyDependOnClassesThat(
                    resideInAPackage(in("part2")).or(resideInAPackage("java..")).or(resideInAPackage("org.jspecify..")))
            .andShould()
            .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("java.sql..")))
            .because("who may see what must be a function of its arguments: no Spring, no HAPI, no database, no clock");

    @ArchTest
    static final ArchRule decisions_read_no_clock = noClasses()
            .that()
            .resideInAPackage(in("part2"))
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class)
            .because("the instant is part of the question, so that a past decision can be made again");

    @ArchTest
    static final ArchRule features_have_no_cycles = slices().matching(Modules.SERVER + ".(*)..")
            .namingSlices("$1")
            .should()
            .beFreeOfCycles()
            .because("a feature that can be read alone can be changed alone");

    private static ArchRule only(String name, Set<String> allowed) {
        DescribedPredicate<JavaClass> permitted = describe(
                "in " + allowed,
                type -> allowed.contains(topPackage(type)) || topPackage(type).equals(name));
        return classes()
                .that()
                .resideInAPackage(in(name))
                .should()
                .onlyDependOnClassesThat(outsideTheServer().or(permitted))
                .because(name + " may import " + allowed + "; a new arrow belongs into the table of this test, "
                        + "after asking whether an interface turns it round");
    }

    private static Set<String> allowedFor(String name) {
        if (LEAVES.containsKey(name)) {
            return LEAVES.get(name);
        }
        Set<String> allowed = new TreeSet<>(LEAVES.keySet());
        allowed.addAll(FEATURES.getOrDefault(name, Set.of()));
        return allowed;
    }

    private static Set<String> topPackages(JavaClasses server) {
        return server.stream()
                .map(ServerArrowsTest::topPackage)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The package right below the server's root; empty for the root itself and for other code. */
    private static String topPackage(JavaClass type) {
        String prefix = Modules.SERVER + ".";
        String name = type.getPackageName();
        return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.")[0] : "";
    }

    private static DescribedPredicate<JavaClass> outsideTheServer() {
        return DescribedPredicate.not(resideInAPackage(Modules.SERVER + "..")).as("outside the server");
    }

    private static String in(String name) {
        return Modules.SERVER + "." + name + "..";
    }
}
