package dev.mimokit.cli.program;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program and of the JVM it runs on. */
public final class Version implements IVersionProvider {

  /** The version alone. */
  public static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("(unpacked)");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"mimokit " + number() + ", Java " + Runtime.version()};
  }
}
