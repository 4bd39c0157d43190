package dev.mimokit.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mimokit.core.sim.Trace;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces of every shape, and what is wrong with the broken ones. */
class TraceReaderTest {

  private static final String AZURE =
      """
      TIMESTAMP,ContextTokens,GeneratedTokens
      2023-11-16 18:17:03.9799600,4808,10
      2023-11-16 18:17:04.0319600,3180,8
      2023-11-16 19:17:04.0319600,0,0
      """;

  private static final String MOONCAKE =
      """
      {"timestamp": 0, "input_length": 6758, "output_length": 500, "hash_ids": [0, 1, 2]}
      {"output_length": 26, "timestamp": 1500, "input_length": 7322, "more": {"timestamp": 9}}
      """;

  private static final String BURSTGPT =
      """
      Timestamp,Session ID,Elapsed time,Model,Request tokens,Response tokens,Total tokens,Log Type
      5,,1.2,ChatGPT,472,18,490,Conversation log
      45.5,,1.2,GPT-4,1087,230,1317,"API log, retried"
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void reads_the_azure_format_to_the_tenth_of_a_microsecond() throws IOException {
    Trace trace = azure(AZURE);

    assertThat(trace.size()).isEqualTo(3);
    assertThat(trace.arrivalNanos(1)).isEqualTo(52_000_000);
    assertThat(trace.arrivalNanos(2)).isEqualTo(3_600_052_000_000L);
    assertThat(trace.promptTokens(0)).isEqualTo(4808);
    assertThat(trace.outputTokens(1)).isEqualTo(8);
  }

  @Test
  void reads_the_mooncake_format_in_any_order_of_names() throws IOException {
    Trace trace = read(MOONCAKE, Layout.named("mooncake").orElseThrow());

    assertThat(trace.size()).isEqualTo(2);
    assertThat(trace.arrivalNanos(1)).isEqualTo(1_500_000_000);
    assertThat(trace.promptTokens(1)).isEqualTo(7322);
    assertThat(trace.outputTokens(1)).isEqualTo(26);
  }

  @Test
  void reads_the_burstgpt_format() throws IOException {
    Trace trace = read(BURSTGPT, Layout.named("burstgpt").orElseThrow());

    assertThat(trace.arrivalNanos(1)).isEqualTo(40_500_000_000L);
    assertThat(trace.promptTokens(1)).isEqualTo(1087);
    assertThat(trace.outputTokens(0)).isEqualTo(18);
  }

  @Test
  void reads_columns_of_any_name() throws IOException {
    Layout layout = new Layout(Layout.Container.CSV, "at", TimeUnit.MICROS, "in", "out");

    Trace trace = read("x,out,in,at\nq,2,1,0\nq,4,3,250\n", layout);

    assertThat(trace.arrivalNanos(1)).isEqualTo(250_000);
    assertThat(trace.promptTokens(1)).isEqualTo(3);
    assertThat(trace.outputTokens(1)).isEqualTo(4);
  }

  /** What editors, exports and other systems make of a file without meaning anything by it. */
  @Test
  void line_ends_marks_and_packing_change_nothing() throws IOException {
    Trace plain = azure(AZURE);

    for (String variant :
        new String[] {
          AZURE.replace("\n", "\r\n"),
          AZURE.strip(),
          AZURE.replace("\n", "\r\n").strip(),
          "\uFEFF" + AZURE,
          AZURE.replace("\n", "\n\n"),
          AZURE.replace(',', ';').replace(";", ","),
          AZURE.replace("TIMESTAMP", " timestamp "),
          AZURE.replace(" 18:", "T18:").replace("600,", "600Z,"),
          AZURE.replace("4808", "\"4808\"")
        }) {
      assertThat(text(azure(variant))).as(variant).isEqualTo(text(plain));
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(AZURE.getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("t.csv.gz"), packed.toByteArray());
    Layout azure = Layout.named("azure").orElseThrow();
    assertThat(text(TraceReader.read(file, azure, false))).isEqualTo(text(plain));
    assertThat(text(read("\uFEFF" + MOONCAKE.strip(), Layout.named("mooncake").orElseThrow())))
        .isEqualTo(text(read(MOONCAKE, Layout.named("mooncake").orElseThrow())));
  }

  @Test
  void a_silence_of_months_is_a_silence() throws IOException {
    Trace trace =
        azure(
            """
            TIMESTAMP,ContextTokens,GeneratedTokens
            2023-11-16 18:17:03,1,1
            2024-05-16 18:17:03,1,1
            """);

    assertThat(trace.spanNanos()).isEqualTo(182L * 86_400 * 1_000_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2023-11-16 18:17:05,,3      | :3: column 2 (ContextTokens): expected a whole number within"
            + " 0..16777216, found nothing",
        "2023-11-16 18:17:05,-4,3    | :3: column 2 (ContextTokens): expected a whole number within"
            + " 0..16777216, found '-4'",
        "2023-11-16 18:17:05,4,NaN   | :3: column 3 (GeneratedTokens): expected a whole number"
            + " within 0..16777216, found 'NaN'",
        "2023-11-16 18:17:05,4,1.5   | :3: column 3 (GeneratedTokens): expected a whole number"
            + " within 0..16777216, found '1.5'",
        "2023-11-16 18:17:05,4,1e99  | :3: column 3 (GeneratedTokens): expected a whole number"
            + " within 0..16777216, found '1e99'",
        "2023-11-16 18:17:05,4,1e999999999 | :3: column 3 (GeneratedTokens): expected a whole"
            + " number within 0..16777216, found '1e999999999'",
        "2023-11-16 18:17:05,99999999999999999999999,1 | :3: column 2 (ContextTokens): expected a"
            + " whole number",
        "yesterday,4,1               | :3: column 1 (TIMESTAMP): expected a date and time such as"
            + " 2023-11-16 18:17:03.97, found 'yesterday'",
        "9999-11-16 18:17:05,4,1     | :3: column 1 (TIMESTAMP): expected a date and time",
        "2053-11-16 18:17:05,4,1     | :3: column 1 (TIMESTAMP): expected a time within 3650 days"
            + " of the first, found '2053-11-16 18:17:05'",
        "2023-11-16 18:17:02,4,1     | :3: column 1 (TIMESTAMP): expected a time not before that of"
            + " line 2 (--sort sorts a trace), found '2023-11-16 18:17:02'",
        "2023-11-16 18:17:05,4       | :3: column 3: expected 3 columns as in line 1, found 2",
        "2023-11-16 18:17:05,4,1,7   | :3: column 4: expected 3 columns as in line 1, found 4",
        "#2023-11-16 18:17:05,4,1    | :3: column 2: expected 3 columns as in line 1, found 1",
      })
  void names_file_line_and_column_of_a_bad_row(String row, String message) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.csv"),
            "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:17:03,1,1\n"
                + row.replace('#', '"')
                + "\n");

    assertThatThrownBy(() -> TraceReader.read(file, Layout.named("azure").orElseThrow(), false))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(file + message)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"timestamp\":1,\"input_length\":2} | :2: expected a number named output_length, found"
            + " none",
        "{\"timestamp\":1,\"input_length\":-2,\"output_length\":1} | :2: column 31 (input_length):"
            + " expected a whole number within 0..16777216, found '-2'",
        "{\"timestamp\":null,\"input_length\":2,\"output_length\":1} | :2: column 14 (timestamp):"
            + " expected milliseconds, found nothing",
        "{\"timestamp\":1,\"input_length\":[2],\"output_length\":1} | :2: expected a number named"
            + " input_length, found none",
        "{\"timestamp\":1,\"input_length\":2,\"output | :2: column",
        "[1,2,3] | :2: column 1: expected a JSON object, found START_ARRAY",
        "nonsense | :2: column",
      })
  void names_the_place_in_a_line_of_json(String row, String message) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.jsonl"),
            "{\"timestamp\":0,\"input_length\":2,\"output_length\":1}\n" + row + "\n");

    assertThatThrownBy(() -> TraceReader.read(file, Layout.named("mooncake").orElseThrow(), false))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(file + message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void an_empty_file_a_lone_header_and_a_wrong_header_say_so() throws IOException {
    assertThatThrownBy(() -> azure(""))
        .hasMessageEndingWith(":1: expected a line of column names, found nothing");
    assertThatThrownBy(() -> azure("TIMESTAMP,ContextTokens,GeneratedTokens\n"))
        .hasMessageEndingWith(": expected at least one request, found none");
    assertThatThrownBy(() -> azure("TIMESTAMP,Tokens\n1,2\n"))
        .hasMessageEndingWith(":1: expected a column ContextTokens, found 'TIMESTAMP,Tokens'");
    assertThatThrownBy(() -> read("", Layout.named("mooncake").orElseThrow()))
        .hasMessageEndingWith(": expected at least one request, found none");
    assertThatThrownBy(() -> azure("\u0000\u0001\u0002\u0003"))
        .hasMessageContaining(":1: expected a column TIMESTAMP, found '????'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.csv", ""})
  void a_missing_file_and_a_directory_say_so(String name) {
    Path file = folder.resolve(name);

    assertThatThrownBy(() -> TraceReader.read(file, Layout.named("azure").orElseThrow(), false))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(file + ": expected a trace, ");
  }

  @Test
  void a_cut_gzip_says_so() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(AZURE.getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    Path file = Files.write(folder.resolve("half.gz"), half);

    assertThatThrownBy(() -> TraceReader.read(file, Layout.named("azure").orElseThrow(), false))
        .hasMessageStartingWith(file + ": is not whole gzip");
  }

  @Test
  void rows_in_any_order_are_sorted_when_that_is_asked_for() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mixed.csv"),
            """
            TIMESTAMP,ContextTokens,GeneratedTokens
            2023-11-16 18:17:05,5,1
            2023-11-16 18:17:03,3,1
            2023-11-16 18:17:04,4,1
            """);

    Trace trace = TraceReader.read(file, Layout.named("azure").orElseThrow(), true);

    assertThat(text(trace)).isEqualTo("0 3 1\n1000000000 4 1\n2000000000 5 1\n");
  }

  @Test
  void ten_million_rows_need_no_more_than_their_columns() throws IOException {
    assumeTrue(Boolean.getBoolean("plan.full"), "long: -Dplan.full=true");
    Path file = folder.resolve("long.csv");
    try (BufferedWriter rows = Files.newBufferedWriter(file)) {
      rows.write("Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n");
      for (int row = 0; row < 10_000_000; row++) {
        rows.write(row / 10 + "." + row % 10 + ",GPT-4,1000,200,1200,API log\n");
      }
    }

    Trace trace = TraceReader.read(file, Layout.named("burstgpt").orElseThrow(), false);

    assertThat(trace.size()).isEqualTo(10_000_000);
    assertThat(trace.spanNanos()).isEqualTo(999_999_900_000_000L);
  }

  /** The published trace, where it is beside the checkout. */
  @Test
  void reads_the_published_trace() {
    Path file = Path.of("..", "..", "shared", "data", "AzureLLMInferenceTrace_code.csv");
    assumeTrue(Files.exists(file), "no published trace here");

    Trace trace = TraceReader.read(file, Layout.named("azure").orElseThrow(), false);

    assertThat(trace.size()).isEqualTo(8_819);
  }

  private Trace azure(String text) throws IOException {
    return read(text, Layout.named("azure").orElseThrow());
  }

  private Trace read(String text, Layout layout) throws IOException {
    Path file = Files.writeString(folder.resolve("trace"), text);
    return TraceReader.read(file, layout, false);
  }

  private static String text(Trace trace) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < trace.size(); row++) {
      text.append(trace.arrivalNanos(row))
          .append(' ')
          .append(trace.promptTokens(row))
          .append(' ')
          .append(trace.outputTokens(row))
          .append('\n');
    }
    return text.toString();
  }
}
