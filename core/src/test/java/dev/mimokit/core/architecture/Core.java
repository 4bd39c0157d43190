package dev.mimokit.core.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The classes of core, read once from their class files. */
final class Core {

  static final String ROOT = "dev.mimokit.core";

  static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

  private Core() {}

  /** Full names of the packages that hold at least one class, sorted. */
  static Set<String> packageNames() {
    return CLASSES.stream()
        .filter(type -> !type.getSimpleName().endsWith("-info"))
        .map(JavaClass::getPackageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
