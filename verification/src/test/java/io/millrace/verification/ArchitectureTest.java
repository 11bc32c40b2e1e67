package io.millrace.verification;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom: the table of docs/architecture.md, enforced. */
@AnalyzeClasses(packages = "io.millrace", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule coreDependsOnTheLanguageAlone = classes()
            .that()
            .resideInAPackage("io.millrace.core..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("io.millrace.core..", "java.lang..", "java.util..", "java.time..", "java.math..")
                            .or(resideInAPackage("java.nio.charset"))
                            // arrays of primitives have no package
                            .or(resideInAPackage("")));

    @ArchTest
    static final ArchRule coreReadsNoClock = noClasses()
            .that()
            .resideInAPackage("io.millrace.core..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callConstructor(java.util.Random.class);

    @ArchTest
    static final ArchRule schemasKnowTheDomainOnly = noClasses()
            .that()
            .resideInAPackage("io.millrace.schemas..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.millrace.flink..",
                    "io.millrace.streams..",
                    "io.millrace.connectors..",
                    "io.millrace.gateway..",
                    "io.millrace.research..",
                    "io.millrace.local..");

    @ArchTest
    static final ArchRule researchKnowsDomainAndContractOnly = noClasses()
            .that()
            .resideInAPackage("io.millrace.research..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.millrace.flink..",
                    "io.millrace.streams..",
                    "io.millrace.connectors..",
                    "io.millrace.gateway..",
                    "io.millrace.local..");

    /** The local platform alone puts together what it starts. */
    @ArchTest
    static final ArchRule stagesDoNotKnowResearch = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.millrace.flink..", "io.millrace.streams..", "io.millrace.connectors..", "io.millrace.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.millrace.research..");

    @ArchTest
    static final ArchRule modulesOfTheFlowDoNotKnowEachOther = slices().matching(
                    "io.millrace.(flink|streams|connectors|gateway|local)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule connectorsDoNotKnowEachOther = slices().matching("io.millrace.connectors.(*)..")
            .should()
            .notDependOnEachOther()
            // what they share of Kafka's clients
            .ignoreDependency(alwaysTrue(), resideInAPackage("io.millrace.connectors.kafka"));

    @ArchTest
    static final ArchRule jobsAndStagesHaveNoCycles =
            slices().matching("io.millrace.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreHasNoCycles =
            slices().matching("io.millrace.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsCalledUtil = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..misc..");

    @ArchTest
    static final ArchRule frameworksStayWhereTheyBelong = noClasses()
            .that()
            .resideOutsideOfPackages("io.millrace.flink..", "io.millrace.avro..", "io.millrace.schemas..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..");
}
