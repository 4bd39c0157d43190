package dev.mimokit.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What no package of core may do, whatever the picture allows. */
class WallsTest {

  @Test
  void packages_form_no_cycle() {
    slices().matching(Core.ROOT + ".(*)..").should().beFreeOfCycles().check(Core.CLASSES);
  }

  @Test
  void only_time_reads_a_clock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Core.ROOT + ".time")
        .should()
        .accessTargetWhere(Calls.readingAClock())
        .because("time is injected: a NanoClock, or a number")
        .check(Core.CLASSES);
  }

  @Test
  void nothing_is_drawn_without_a_seed() {
    noClasses()
        .should()
        .accessTargetWhere(Calls.drawingWithoutASeed())
        .because("a run must be repeatable from its manifest")
        .check(Core.CLASSES);
  }

  @Test
  void nothing_knows_the_network() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "javax.net..")
        .because("core speaks of the platform, not to it")
        .check(Core.CLASSES);
  }

  @Test
  void only_readers_and_writers_know_json() {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms("journal", "catalog", "tokens", "plan"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .because("JSON is for files, not for the model")
        .check(Core.CLASSES);
  }

  @Test
  void every_package_is_exported() {
    assertThat(exported()).containsExactlyInAnyOrderElementsOf(Core.packageNames());
  }

  private static String[] rooms(String... names) {
    return Set.of(names).stream().map(name -> Core.ROOT + "." + name + "..").toArray(String[]::new);
  }

  private static Set<String> exported() {
    ModuleDescriptor core =
        ModuleFinder.of(Path.of("target", "classes")).find(Core.ROOT).orElseThrow().descriptor();
    return core.exports().stream().map(Exports::source).collect(Collectors.toSet());
  }
}
