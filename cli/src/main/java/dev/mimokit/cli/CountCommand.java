package dev.mimokit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.core.tokens.TokenCount;
import dev.mimokit.core.tokens.TokenEstimator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Estimates the tokens of texts. */
@Command(
    name = "count",
    description = "Tokens of texts, estimated, with the error that 95 of 100 texts stay within.")
final class CountCommand implements Callable<Integer> {

  private static final Path STDIN = Path.of("-");

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The two machine-readable forms exclude each other. */
  static final class Form {
    @Option(names = "--json", description = "Print JSON for the files as a whole.")
    private boolean json;

    @Option(
        names = "--jsonl",
        description = "Read lines of {\"text\": \"...\"}, print lines of {\"tokens\": N}.")
    private boolean jsonl;
  }

  @ArgGroup(multiplicity = "0..1")
  private Form form = new Form();

  @Parameters(
      paramLabel = "FILE",
      description = "Text files in UTF-8; - or none for standard input.")
  private List<Path> files = List.of();

  private final TokenEstimator estimator = new TokenEstimator();

  private record Counted(String name, long bytes, TokenCount count) {}

  @Override
  public Integer call() throws IOException {
    List<Path> inputs = files.isEmpty() ? List.of(STDIN) : files;
    PrintWriter out = spec.commandLine().getOut();
    if (form.jsonl) {
      for (Path input : inputs) {
        countLines(input, out);
      }
      out.flush();
      return ExitCode.OK;
    }
    List<Counted> counted = inputs.stream().map(this::count).toList();
    if (form.json) {
      out.println(asJson(counted).toPrettyString());
    } else {
      counted.forEach(one -> print(out, one));
    }
    return ExitCode.OK;
  }

  private Counted count(Path input) {
    byte[] text = read(input);
    return new Counted(input.toString(), text.length, estimator.estimateUtf8(text, 0, text.length));
  }

  private static byte[] read(Path input) {
    try {
      return input.equals(STDIN) ? System.in.readAllBytes() : Files.readAllBytes(input);
    } catch (IOException e) {
      throw unreadable(input, e);
    }
  }

  private static ExitException unreadable(Path input, IOException e) {
    return ExitException.usage("cannot read " + input + ": expected a text file, " + why(input, e));
  }

  private static String why(Path input, IOException e) {
    if (Files.isDirectory(input)) {
      return "found a directory";
    }
    return Files.exists(input) ? "got " + e : "there is none";
  }

  private static void print(PrintWriter out, Counted one) {
    out.printf(
        Locale.ROOT,
        "%d tokens (estimate, within %.0f %% for 95 of 100 texts) in %d bytes of %s%n",
        one.count().tokens(),
        100 * one.count().relativeErrorP95(),
        one.bytes(),
        one.name());
  }

  private static ObjectNode asJson(List<Counted> counted) {
    ObjectNode answer = Json.answer().put("method", "estimate");
    ArrayNode files = answer.putArray("files");
    counted.forEach(
        one ->
            files
                .addObject()
                .put("file", one.name())
                .put("bytes", one.bytes())
                .put("tokens", one.count().tokens())
                .put("relativeErrorP95", one.count().relativeErrorP95()));
    answer.put("tokens", counted.stream().mapToLong(one -> one.count().tokens()).sum());
    return answer;
  }

  private void countLines(Path input, PrintWriter out) throws IOException {
    try (BufferedReader lines = open(input)) {
      long number = 0;
      for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
        number++;
        String text = textOf(line.get(), input + ":" + number);
        out.println(Json.MAPPER.createObjectNode().put("tokens", estimator.tokens(text)));
      }
    }
  }

  private static Optional<String> next(BufferedReader lines) throws IOException {
    return Optional.ofNullable(lines.readLine());
  }

  private static BufferedReader open(Path input) {
    try {
      return input.equals(STDIN)
          ? new BufferedReader(new InputStreamReader(System.in, UTF_8))
          : Files.newBufferedReader(input);
    } catch (IOException e) {
      throw unreadable(input, e);
    }
  }

  private static String textOf(String line, String where) {
    try {
      JsonNode text = Json.MAPPER.readTree(line).path("text");
      if (text.isTextual()) {
        return text.textValue();
      }
    } catch (JsonProcessingException e) {
      throw ExitException.usage(
          where + ": expected {\"text\": \"...\"}, which is not JSON: " + line);
    }
    throw ExitException.usage(where + ": expected {\"text\": \"...\"}: " + line);
  }
}
