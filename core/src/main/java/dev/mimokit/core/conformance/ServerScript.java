package dev.mimokit.core.conformance;

import java.util.List;

/**
 * What the server answers to the attempts of each call, in order. The n-th call follows variant n
 * modulo their number.
 *
 * @param repeatLast whether the last step goes on for ever; otherwise the built-in behaviour
 *     answers
 */
public record ServerScript(List<List<Step>> variants, boolean repeatLast) {

  /** No script: the built-in behaviour answers everything. */
  public static final ServerScript NONE = new ServerScript(List.of(), false);

  /** Copies the lists. */
  public ServerScript {
    variants = variants.stream().map(List::copyOf).toList();
  }
}
