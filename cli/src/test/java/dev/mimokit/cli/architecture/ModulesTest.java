package dev.mimokit.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know what, over all modules at once. */
class ModulesTest {

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .importPaths(
              classesOf("core", "mock-server", "loadtests", "benchmarks", "reports", "cli"));

  @ParameterizedTest
  @CsvSource({
    "dev.mimokit.server.engine.., com.github.tomakehurst.wiremock..",
    "dev.mimokit.server.engine.., org.wiremock..",
    "dev.mimokit.server.media..,  com.drew..",
    "dev.mimokit.server.engine.. dev.mimokit.bench.http.., org.eclipse.jetty..",
    "dev.mimokit.server.store..,  io.lettuce..",
    "dev.mimokit.server.metrics.., io.prometheus..",
    "dev.mimokit.load..,          io.gatling..",
    "dev.mimokit.bench..,         org.openjdk.jmh..",
    "dev.mimokit.bench.quota..,   io.github.bucket4j..",
    "dev.mimokit.bench.quota.. dev.mimokit.load.agent.., io.github.resilience4j..",
    "dev.mimokit.bench.quota..,   com.google.common..",
    "dev.mimokit.bench.quota.. dev.mimokit.load.agent.., dev.failsafe..",
    "dev.mimokit.bench.tokens..,  com.knuddels.jtokkit..",
    "dev.mimokit.bench.tokens..,  ai.djl..",
    "dev.mimokit.report..,        gg.jte..",
    "dev.mimokit.report.compare.., org.apache.commons.statistics..",
    "dev.mimokit.cli.trace.. dev.mimokit.cli.plan.., de.siegmar.fastcsv..",
    "dev.mimokit.cli..,           picocli..",
  })
  void a_library_is_known_in_few_rooms_only(String rooms, String library) {
    noClasses()
        .that()
        .resideInAPackage("dev.mimokit..")
        .and()
        .resideOutsideOfPackages(rooms.split(" ", -1))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("another engine, renderer or harness must touch few rooms")
        .check(PROGRAM);
  }

  /** The class path of {@code serve} in the distribution has the server's libraries and picocli. */
  @Test
  void who_serves_needs_neither_clients_nor_reports() {
    noClasses()
        .that()
        .haveFullyQualifiedName("dev.mimokit.cli.ServeCommand")
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.mimokit.load..",
            "dev.mimokit.bench..",
            "dev.mimokit.report..",
            "dev.mimokit.cli.plan..",
            "dev.mimokit.cli.trace..",
            "de.siegmar..")
        .check(PROGRAM);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching("dev.mimokit.(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(writtenPackages().filter(room -> !isNullMarked(room)))
        .as("packages without @NullMarked in their package-info")
        .isEmpty();
  }

  private static List<Path> classesOf(String... modules) {
    return Stream.of(modules)
        .map(module -> Path.of("..", module, "target", "classes"))
        .filter(Files::isDirectory)
        .toList();
  }

  private static Stream<JavaPackage> writtenPackages() {
    return PROGRAM.stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .map(JavaClass::getPackage)
        .filter(room -> !room.getName().contains("generated"))
        .distinct();
  }

  private static boolean isNullMarked(JavaPackage room) {
    return room.tryGetPackageInfo().isPresent() && room.isAnnotatedWith(NullMarked.class);
  }
}
