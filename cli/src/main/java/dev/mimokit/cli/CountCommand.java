package dev.mimokit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import dev.mimokit.cli.program.ProgressBar;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.TokenMode;
import dev.mimokit.core.tokens.Vocabulary;
import dev.mimokit.core.tokens.VocabularyFormatException;
import dev.mimokit.server.profile.Choice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts the tokens of texts and of chat request bodies. */
@Command(
    name = "count",
    description = {
      "Tokens of texts, or of the prompts of chat request bodies.",
      "A file that is a JSON object with messages is a chat body."
    })
final class CountCommand implements Callable<Integer> {

  private static final Path STDIN = Path.of("-");

  /** Of a file that is counted as a whole: it is in memory as bytes and as text. */
  private static final long MOST_BYTES = 1L << 30;

  /** Characters of a wrong line that a complaint shows. */
  private static final int SHOWN = 80;

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

  /** One way to count at a time. */
  static final class Mode {
    @Option(
        names = "--exact",
        description = "Count exactly (default), and show how far the estimate is off.")
    private boolean exact;

    @Option(
        names = "--hybrid",
        description = "Exactly up to 64 Ki characters, above that from exact samples.")
    private boolean hybrid;

    @Option(
        names = "--estimate",
        description = "Estimate, with the error that 95 of 100 texts stay within.")
    private boolean estimate;

    TokenMode chosen() {
      if (estimate) {
        return TokenMode.ESTIMATE;
      }
      return exact || !hybrid ? TokenMode.EXACT : TokenMode.HYBRID;
    }
  }

  @ArgGroup(multiplicity = "0..1")
  private Mode mode = new Mode();

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "Count chat bodies as sent to this model; else to the one they name.")
  private @Nullable String model;

  @Option(
      names = "--tokenizer",
      paramLabel = "F",
      description = "Count in this vocabulary: a tokenizer.json or .tiktoken file.")
  private @Nullable Path tokenizer;

  @Parameters(
      paramLabel = "FILE",
      description = "Text files in UTF-8; - or none for standard input.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    List<Path> inputs = files.isEmpty() ? List.of(STDIN) : files;
    TextCounting counting =
        new TextCounting(
            mode.chosen(), this::exact, Optional.ofNullable(model), NanoClock.system());
    PrintWriter out = spec.commandLine().getOut();
    if (form.jsonl) {
      for (Path input : inputs) {
        countLines(input, counting, out);
      }
      out.flush();
      return ExitCode.OK;
    }
    List<CountedText> counted = inputs.stream().map(input -> count(input, counting)).toList();
    if (form.json) {
      out.println(asJson(counted).toPrettyString());
    } else {
      counted.forEach(one -> out.println(one.line()));
    }
    return ExitCode.OK;
  }

  private ExactCounter exact() {
    if (tokenizer == null) {
      return ExactCounter.builtIn();
    }
    try {
      return new ExactCounter(Vocabulary.read(existing(tokenizer)));
    } catch (VocabularyFormatException | UncheckedIOException e) {
      throw ExitException.usage(e);
    }
  }

  static Path existing(Path tokenizer) {
    if (!Files.isRegularFile(tokenizer)) {
      throw ExitException.usage(
          "--tokenizer must be a tokenizer.json or .tiktoken file: " + tokenizer);
    }
    return tokenizer;
  }

  private CountedText count(Path input, TextCounting counting) {
    byte[] text = read(input);
    ProgressBar bar =
        new ProgressBar(spec.commandLine().getErr(), NanoClock.system(), input.toString());
    try {
      return counting.count(
          input.toString(),
          text,
          ProgressBar.isWatched() ? share -> bar.show(share, text.length) : share -> {});
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(input + ": " + e.getMessage());
    } finally {
      bar.end();
    }
  }

  private static byte[] read(Path input) {
    try {
      if (input.equals(STDIN)) {
        return small(input, System.in.readNBytes((int) MOST_BYTES + 1));
      }
      requireSmall(input, Files.size(input));
      return Files.readAllBytes(input);
    } catch (IOException e) {
      throw unreadable(input, e);
    }
  }

  private static byte[] small(Path input, byte[] bytes) {
    requireSmall(input, bytes.length);
    return bytes;
  }

  private static void requireSmall(Path input, long bytes) {
    if (bytes > MOST_BYTES) {
      throw ExitException.usage(
          input
              + ": expected at most 1 GiB; longer texts can be counted in parts, or with --jsonl");
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

  private ObjectNode asJson(List<CountedText> counted) {
    ObjectNode answer = Json.answer().put("method", Choice.word(mode.chosen()));
    ArrayNode entries = answer.putArray("files");
    counted.forEach(one -> entries.add(one.json()));
    return answer.put("tokens", counted.stream().mapToLong(one -> one.count().tokens()).sum());
  }

  private void countLines(Path input, TextCounting counting, PrintWriter out) throws IOException {
    try (BufferedReader lines = open(input)) {
      long number = 0;
      for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
        number++;
        String text = number == 1 ? TextCounting.withoutMark(line.get()) : line.get();
        long tokens = tokens(text, input + ":" + number, counting);
        out.println(Json.MAPPER.createObjectNode().put("tokens", tokens));
      }
    }
  }

  private static Optional<String> next(BufferedReader lines) throws IOException {
    return Optional.ofNullable(lines.readLine());
  }

  private static BufferedReader open(Path input) {
    try {
      return new BufferedReader(
          new InputStreamReader(
              input.equals(STDIN) ? System.in : Files.newInputStream(input), UTF_8));
    } catch (IOException e) {
      throw unreadable(input, e);
    }
  }

  private static long tokens(String line, String where, TextCounting counting) {
    try {
      JsonNode root = Json.MAPPER.readTree(line);
      if (root.path("text").isTextual()) {
        return counting.tokens(root.path("text").textValue());
      }
      if (TextCounting.isChat(root)) {
        return counting.tokens(root);
      }
    } catch (JsonProcessingException e) {
      throw ExitException.usage(
          where + ": expected {\"text\": \"...\"}, which is not JSON: " + shown(line));
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(where + ": " + e.getMessage());
    }
    throw ExitException.usage(where + ": expected {\"text\": \"...\"}: " + shown(line));
  }

  private static String shown(String line) {
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }
}
