package dev.mimokit.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program and of the JVM it runs on. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Optional<String> version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    return new String[] {"mimokit " + version.orElse("(unpacked)") + ", Java " + Runtime.version()};
  }
}
