package dev.mimokit.core.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
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

  /** The packages that hold at least one class of their own, by full name. */
  static Set<JavaPackage> packages() {
    return CLASSES.stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .filter(type -> !type.getSimpleName().equals("module-info"))
        .map(type -> type.getPackage())
        .collect(Collectors.toSet());
  }

  /** The names of {@link #packages}, sorted. */
  static Set<String> packageNames() {
    return packages().stream()
        .map(JavaPackage::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
