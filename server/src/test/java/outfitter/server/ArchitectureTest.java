package outfitter.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows that Maven does not guard: those inside the modules, and who may know which library. */
@AnalyzeClasses(
        packages = "outfitter",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJar.class})
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_DIALOGUE_AND_THE_RANKING_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage("..dialogue..", "..ranking..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule BOT_AND_DESK_NEVER_SEE_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("outfitter.bot..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("outfitter.assist..");

    @ArchTest
    static final ArchRule DESK_AND_BOT_NEVER_SEE_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("outfitter.assist..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("outfitter.bot..");

    @ArchTest
    static final ArchRule NOTHING_POINTS_BACK = noClasses()
            .that()
            .resideInAPackage("outfitter.models..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "outfitter.recommender..", "outfitter.bot..", "outfitter.assist..", "outfitter.server..");

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_KNOWS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("outfitter.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.ext.web..", "io.vertx.core.http..");

    @ArchTest
    static final ArchRule ONLY_UNDERSTANDING_KNOWS_OPENNLP = classes()
            .that()
            .resideInAPackage("opennlp..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("opennlp..", "..understanding..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_MAIN_AND_ITS_COMMANDS_READ_THE_ENVIRONMENT = noClasses()
            .that()
            .resideOutsideOfPackages("outfitter.server", "outfitter.server.command")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule NO_CIRCLES_INSIDE_A_MODULE =
            slices().matching("outfitter.(*).(*)..").should().beFreeOfCycles();

    /** After packaging, what models shares for tests is a jar. */
    static final class NoTestJar implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
