package dev.mimokit.server.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.github.tomakehurst.wiremock.jetty12.Jetty12HttpServer;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The HTTP engine stays in its room. */
class EngineWallTest {

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.mimokit.server");

  @Test
  void only_this_package_knows_wiremock_and_jetty() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.mimokit.server.engine")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.tomakehurst..", "org.wiremock..", "org.eclipse.jetty..")
        .allowEmptyShould(true)
        .check(SERVER);
  }

  @Test
  void only_one_class_touches_wiremocks_jetty_server() {
    classes()
        .that()
        .areAssignableTo(Jetty12HttpServer.class)
        .should()
        .haveSimpleName("LaneServer")
        .check(SERVER);
  }
}
