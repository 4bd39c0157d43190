package dev.mimokit.cli.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a trace keeps what is needed.
 *
 * @param container how rows are written
 * @param time the column of the arrival
 * @param unit how it is told
 * @param prompt the column of prompt tokens
 * @param output the column of completion tokens
 */
public record Layout(
    Container container, String time, TimeUnit unit, String prompt, String output) {

  /** How rows are written. */
  public enum Container {
    /** Comma-separated values, names in the first line. */
    CSV,
    /** A JSON object a line. */
    JSONL
  }

  /** The formats that have a name. */
  public static final List<String> NAMES = List.of("azure", "mooncake", "burstgpt");

  /**
   * The layout of a published format: {@code azure} (Azure LLM inference traces of 2023 and 2024),
   * {@code mooncake} (FAST'25 release), {@code burstgpt} (releases 1 and 2).
   */
  public static Optional<Layout> named(String name) {
    return switch (name) {
      case "azure" ->
          Optional.of(
              new Layout(
                  Container.CSV, "TIMESTAMP", TimeUnit.ISO, "ContextTokens", "GeneratedTokens"));
      case "mooncake" ->
          Optional.of(
              new Layout(
                  Container.JSONL, "timestamp", TimeUnit.MILLIS, "input_length", "output_length"));
      case "burstgpt" ->
          Optional.of(
              new Layout(
                  Container.CSV,
                  "Timestamp",
                  TimeUnit.SECONDS,
                  "Request tokens",
                  "Response tokens"));
      default -> Optional.empty();
    };
  }

  /** The columns that must be there. */
  List<String> columns() {
    return List.of(time, prompt, output);
  }

  /** Which of the columns a file calls so, at its place in {@link #columns}; -1 for none. */
  int columnOf(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < columns().size(); i++) {
      if (columns().get(i).toLowerCase(Locale.ROOT).equals(plain)) {
        return i;
      }
    }
    return -1;
  }
}
