package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.server.profile.Profiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The program from its front door: answers on stdout, one line on stderr for a mistake. */
class CommandsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @Test
  void models_prints_every_model_of_the_revision_with_its_ground() {
    assertThat(run("models")).isEqualTo(ExitCode.OK);

    assertThat(out.toString()).contains("mimo-v2.5-pro", "mimo-v2-tts", "1M d", "100 i");
  }

  @Test
  void models_recommends_what_the_guide_means_where_it_slips() {
    assertThat(run("models", "--recommend", "low cost")).isEqualTo(ExitCode.OK);

    assertThat(out.toString()).contains("mimo-v2-flash").contains("out-of-v2-flash");
  }

  @Test
  void models_as_json_states_provenance_and_source_of_each_limit() throws IOException {
    assertThat(run("models", "--json")).isEqualTo(ExitCode.OK);

    JsonNode answer = Json.MAPPER.readTree(out.toString());
    assertThat(answer.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(answer.path("models")).hasSize(9);
    JsonNode rpm = answer.path("models").path(1).path("requestsPerMinute");
    assertThat(rpm.path("value").asInt()).isEqualTo(100);
    assertThat(rpm.path("provenance").asText()).isEqualTo("INHERITED");
    assertThat(rpm.path("source").asText()).contains("mimo-v2.5-pro");
  }

  @Test
  void serve_prints_a_profile_that_it_takes_back() throws IOException {
    assertThat(run("serve", "--profile", "strict", "--print-profile")).isEqualTo(ExitCode.OK);

    Path copy = Files.writeString(folder.resolve("mine.yaml"), out.toString());
    assertThat(Profiles.load(copy.toString())).isEqualTo(Profiles.load("strict"));
    assertThat(run("serve", "--profile", "nobody", "--print-profile")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void count_states_the_error_of_its_estimate() throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), "The quick brown fox. ".repeat(20));

    assertThat(run("count", "--estimate", "--json", text.toString())).isEqualTo(ExitCode.OK);

    JsonNode file = Json.MAPPER.readTree(out.toString()).path("files").path(0);
    assertThat(file.path("tokens").asInt()).isBetween(80, 120);
    assertThat(file.path("relativeErrorP95").asDouble()).isBetween(0.05, 0.5);
  }

  @Test
  void count_is_exact_and_says_how_far_the_estimate_is_off() throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), "On the 77th day");

    assertThat(run("count", text.toString())).isEqualTo(ExitCode.OK);

    assertThat(out.toString())
        .isEqualTo(
            "7 tokens (exact; estimate 7, +0.0 %) in 15 bytes of " + text + System.lineSeparator());
  }

  @Test
  void count_takes_a_body_with_messages_for_a_chat() throws IOException {
    Path body =
        Files.writeString(
            folder.resolve("body.json"),
            "{\"model\":\"mimo-v2-flash\",\"thinking\":{\"type\":\"disabled\"},"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}");

    assertThat(run("count", "--json", body.toString())).isEqualTo(ExitCode.OK);

    JsonNode file = Json.MAPPER.readTree(out.toString()).path("files").path(0);
    assertThat(file.path("kind").asText()).isEqualTo("chat");
    assertThat(file.path("tokens").asInt()).isEqualTo(1 + 4 + 3 + 2);
  }

  @Test
  void count_says_why_the_platform_would_refuse_a_body() throws IOException {
    Path body = Files.writeString(folder.resolve("body.json"), "{\"messages\":[]}");

    assertThat(run("count", body.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).isEqualTo("mimokit: " + body + ": `messages` must not be empty\n");
  }

  @Test
  void count_answers_lines_in_their_order() throws IOException {
    Path lines =
        Files.writeString(folder.resolve("in.jsonl"), "{\"text\":\"\"}\n{\"text\":\"one two\"}\n");

    assertThat(run("count", "--jsonl", lines.toString())).isEqualTo(ExitCode.OK);

    List<String> answers = out.toString().lines().toList();
    assertThat(answers).containsExactly("{\"tokens\":0}", "{\"tokens\":2}");
  }

  @Test
  void count_takes_a_byte_order_mark_for_no_text() throws IOException {
    String mark = "\uFEFF";
    Path text = Files.writeString(folder.resolve("text.txt"), mark + "On the 77th day");
    Path body =
        Files.writeString(
            folder.resolve("body.json"),
            mark + "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}");
    Path lines = Files.writeString(folder.resolve("in.jsonl"), mark + "{\"text\":\"one two\"}\r\n");

    assertThat(run("count", text.toString(), body.toString())).isEqualTo(ExitCode.OK);
    assertThat(run("count", "--jsonl", lines.toString())).isEqualTo(ExitCode.OK);

    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("7 tokens "),
            line -> assertThat(line).startsWith("8 tokens ").contains("the chat body"),
            line -> assertThat(line).isEqualTo("{\"tokens\":2}"));
  }

  @Test
  void count_takes_bytes_that_are_not_utf8_for_replacement_characters() throws IOException {
    Path lines = folder.resolve("in.jsonl");
    Files.write(
        lines, new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', -1, '"', '}', '\n'});

    assertThat(run("count", "--jsonl", lines.toString())).isEqualTo(ExitCode.OK);

    assertThat(out.toString().lines()).containsExactly("{\"tokens\":1}");
  }

  @Test
  void count_shows_no_more_of_a_wrong_line_than_a_reader_needs() throws IOException {
    Path lines = Files.writeString(folder.resolve("in.jsonl"), "x".repeat(5_000) + "\n");

    assertThat(run("count", "--jsonl", lines.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).endsWith(": " + "x".repeat(80) + "...\n");
  }

  @Test
  void count_refuses_what_is_too_long_for_memory() throws IOException {
    Path file = folder.resolve("long.txt");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength((1L << 30) + 1);
    }

    assertThat(run("count", file.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).startsWith("mimokit: " + file + ": expected at most 1 GiB");
  }

  @Test
  void count_names_the_line_it_cannot_read() throws IOException {
    Path lines = Files.writeString(folder.resolve("in.jsonl"), "{\"text\":\"a\"}\n{\"tex\":1}\n");

    assertThat(run("count", "--jsonl", lines.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .isEqualTo("mimokit: " + lines + ":2: expected {\"text\": \"...\"}: {\"tex\":1}\n");
  }

  @Test
  void serve_refuses_a_port_in_use_as_the_machines_fault() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(run("serve", "--fast-start", "--port", port)).isEqualTo(ExitCode.INCONCLUSIVE);

      assertThat(err.toString())
          .startsWith("mimokit: cannot listen on 127.0.0.1:" + port)
          .hasLineCount(1);
    }
  }

  @Test
  void serve_refuses_a_store_that_does_not_answer_as_the_machines_fault() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    String uri = "redis://127.0.0.1:" + free;

    assertThat(run("serve", "--fast-start", "--store", uri)).isEqualTo(ExitCode.INCONCLUSIVE);

    assertThat(err.toString())
        .startsWith("mimokit: cannot reach the store at " + uri + ": ")
        .hasLineCount(1);
  }

  @Test
  void serve_names_file_and_line_of_broken_yaml() throws IOException {
    Path config = Files.writeString(folder.resolve("c.yaml"), "latency:\n  fixd: {}\n");
    Path portFile = folder.resolve("port");

    assertThat(
            run(
                "serve",
                "--port",
                "0",
                "--port-file",
                portFile.toString(),
                "--config",
                config.toString()))
        .isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).startsWith("mimokit: " + config + ":2: ").hasLineCount(1);
    assertThat(portFile).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "gate --cases 99.9           | no case matches \\\"99.9\\\"",
        "gate --agent nobody         | unknown agent \\\"nobody\\\"",
        "gate --lanes 0              | lanes must be at least 1: 0",
        "bench limiter tokenz        | unknown benchmark suite 'tokenz': expected limiter, tokens,"
            + " streams, http, planner",
        "models --revision 1999      | unknown catalogue revision: '1999'",
        "models --recommend xyzzy    | no row of the selection guide matches 'xyzzy'",
        "serve --profile nobody      | unknown profile: 'nobody'",
        "serve --latency slow        | unknown latency profile: 'slow'",
        "serve --token-mode guess    | --token-mode must be exact or hybrid or estimate: guess",
        "serve --tokenizer no/such   | --tokenizer must be a tokenizer.json or .tiktoken file:"
            + " no/such",
        "count --tokenizer no/such x | --tokenizer must be a tokenizer.json or .tiktoken file:"
            + " no/such",
        "serve --port 70000          | --port must be within 0..65535: 70000",
        "serve --store nowhere       | expected redis://HOST:PORT: nowhere",
        "serve --stubs no/such       | --stubs must be a directory: no/such",
        "serve --config no/such.yaml | no/such.yaml: no such file",
        "count no/such.txt           | cannot read no/such.txt: expected a text file, there is"
            + " none",
        "report no/such              | no/such: expected a run directory, there is none"
      })
  void a_mistake_is_one_line_and_leaves_nothing(String arguments, String expected)
      throws IOException {
    List<String> before = here();

    assertThat(run(arguments.split(" "))).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .startsWith("mimokit: " + expected.replace("\\\"", "\""))
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
    assertThat(here()).isEqualTo(before);
  }

  private static List<String> here() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private int run(String... arguments) {
    CommandLine program =
        Mimokit.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Mimokit.run(program, arguments);
  }
}
