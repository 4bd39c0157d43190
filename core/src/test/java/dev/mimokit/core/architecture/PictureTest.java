package dev.mimokit.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of core follows the picture in ARCHITECTURE.md: draw first, then code. */
class PictureTest {

  private final Picture picture = Picture.of(Path.of("..", "ARCHITECTURE.md"));

  @Test
  void every_dependency_follows_an_arrow_of_the_picture(@TempDir Path directory)
      throws IOException {
    Path diagram = picture.writeTo(directory);

    classes()
        .should(
            adhereToPlantUmlDiagram(
                diagram, consideringOnlyDependenciesInAnyPackage(Core.ROOT + "..")))
        .check(Core.CLASSES);
  }

  @Test
  void every_package_is_in_the_picture() {
    var undrawn = new TreeSet<>(Core.packageNames());
    undrawn.removeAll(picture.packageNames());

    assertThat(undrawn).as("packages of core that ARCHITECTURE.md does not draw").isEmpty();
  }
}
