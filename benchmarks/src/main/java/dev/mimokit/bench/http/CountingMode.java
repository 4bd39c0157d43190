package dev.mimokit.bench.http;

import java.util.List;

/**
 * A way in which {@code serve} counts tokens.
 *
 * @param name of its rows
 * @param arguments of {@code serve} that ask for it; none for its default
 * @param judged whether its cost has a target
 */
public record CountingMode(String name, List<String> arguments, boolean judged) {

  /** Copies the arguments. */
  public CountingMode {
    arguments = List.copyOf(arguments);
  }
}
