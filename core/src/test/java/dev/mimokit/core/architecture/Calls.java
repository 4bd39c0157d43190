package dev.mimokit.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;

/** Calls that make a result depend on when or where it is computed. Method references count too. */
final class Calls {

  private Calls() {}

  /** Reads the machine's clock, or waits for it. */
  static DescribedPredicate<JavaAccess<?>> readingAClock() {
    return describe("a clock of the machine", access -> isClock(access.getTarget()));
  }

  /** Draws from a generator that nobody seeded. */
  static DescribedPredicate<JavaAccess<?>> drawingWithoutASeed() {
    return describe("a generator without a seed", access -> isUnseeded(access.getTarget()));
  }

  private static boolean isClock(AccessTarget target) {
    String name = target.getName();
    return switch (target.getOwner().getName()) {
      case "java.lang.System" -> name.equals("nanoTime") || name.equals("currentTimeMillis");
      case "java.lang.Thread", "java.util.concurrent.TimeUnit" -> name.equals("sleep");
      case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
      case "java.util.Calendar" -> name.equals("getInstance");
      case "java.util.Date" -> isBareConstructor(target);
      default -> name.equals("now") && target.getOwner().getPackageName().equals("java.time");
    };
  }

  private static boolean isUnseeded(AccessTarget target) {
    String name = target.getName();
    return switch (target.getOwner().getName()) {
      case "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom" -> true;
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.lang.Math" -> name.equals("random");
      case "java.util.Random", "java.util.SplittableRandom" -> isBareConstructor(target);
      default -> false;
    };
  }

  private static boolean isBareConstructor(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget unit
        && unit.getName().equals("<init>")
        && unit.getRawParameterTypes().isEmpty();
  }
}
