package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.cli.program.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The planner from its front door. */
class PlanTest {

  /** 240 calls in a second, and as many two minutes later. */
  private static final int CALLS = 240;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "plan                                        | a command is missing: estimate, simulate,",
        "plan size --rate-per-hour 60                | size needs a service level: --slo",
        "plan size --slo p99wait<=1                  | --slo, column 11 of 'p99wait<=1': expected a"
            + " unit: us, ms, s, min or h, found the end",
        "plan size --slo p99wait                     | --slo, column 8 of 'p99wait': expected < or"
            + " <=, found the end",
        "plan size --slo 429<0%                      | --slo, column 5 of '429<0%': expected more"
            + " than 0",
        "plan size --trace no.csv --slo 429<1%       | no.csv: expected a trace, there is none",
        "plan size --trace a --jobs 1 --slo 429<1%   | expected one of --rate-per-hour, --users,"
            + " --jobs and --trace",
        "plan replay                                 | replay needs a trace",
        "plan replay x --format vidur                | unknown trace format: 'vidur', expected"
            + " azure, mooncake, burstgpt",
        "plan replay x --format csv --columns time=t | --columns, column 7 of 'time=t': expected"
            + " time=NAME",
        "plan replay x --format csv --columns time=t,when=q,output=o | --columns, column 8 of",
        "plan drain                                  | drain needs --jobs N",
        "plan drain --jobs 0                         | jobs must be within 1..10000000: 0",
        "plan simulate --window rolling              | unknown window: 'rolling', expected all or"
            + " some of sliding-log",
        "plan simulate --client nobody               | unknown client: 'nobody', expected one of"
            + " fifo",
        "plan simulate --dispatch random             | unknown dispatch: 'random'",
        "plan simulate --latency fast                | latency must be off, documented or seconds"
            + " within 0..1000000: fast",
        "plan simulate --model gpt                   | unknown model: 'gpt', not in revision"
            + " 2026-05-22",
        "plan simulate --profile nobody              | unknown profile: 'nobody'",
        "plan simulate --rpm 0                       | requests must be at least 1: 0",
        "plan simulate --concurrency many            | --concurrency must be a whole number or"
            + " unknown: many",
        "plan simulate --rate-per-hour NaN           | rate must be within",
        "plan simulate --rate-per-hour -5            | rate must be within",
        "plan simulate --hours -1                    | --hours must be within 0..10 years",
        "plan simulate --quota-units 0               | quota units must be within 1..1000000: 0",
        "plan simulate --replications 0              | replications must be within 1..10000: 0",
        "plan simulate --threads 0                   | threads must be at least 1: 0",
        "plan simulate --config no.yaml              | no.yaml: no such file",
        "plan simulate --cv 3                        | --cv needs --rate-per-hour",
        "plan sweep                                  | sweep needs an axis",
        "plan sweep --axis colour=red                | unknown axis: 'colour', expected"
            + " quota-units",
        "plan sweep --axis quota-units               | column 1 of 'quota-units': expected"
            + " NAME=VALUE",
        "plan sweep --axis quota-units=              | column 13 of 'quota-units=': expected"
            + " NAME=VALUE",
        "plan sweep --axis quota-units=3..1          | quota-units=3..1: expected a rising range",
        "plan sweep --axis quota-units=two           | axis quota-units: expected a whole number of"
            + " at least 1, found 'two'",
        "plan sweep --axis users=3                   | axis users needs a closed loop",
        "plan sweep --axis scale=3                   | axis scale needs a trace",
        "plan verify --replications 0                | replications must be within 1..10000: 0",
      })
  void a_mistake_is_one_line(String arguments, String expected) {
    assertThat(run(arguments.strip().split(" "))).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).startsWith("mimokit: " + expected).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "workload: {poison: {perHour: 1}}   | :1: 'workload.poison': unknown key, expected one of"
            + " poisson",
        "workload: {poisson: {perHour: x}}  | :1: 'workload.poisson.perHour': expected a number",
        "workload: {poisson: {perHour: 0}}  | :1: 'workload.poisson': rate must be within",
        "workload: {weekly: {hourly: [1]}}  | :1: 'workload.weekly': a week has 168 hourly rates: 1"
            + " given",
        "limits: {quotaUnits: 0}            | :1: 'limits.quotaUnits': expected a whole number"
            + " within 1..",
        "limits: {windows: rolling}         | :1: 'limits.windows': unknown window: 'rolling'",
        "limits: {concurrency: some}        | :1: 'limits.concurrency': expected a whole number",
        "client: {policy: nobody}           | :1: 'client': unknown client: 'nobody'",
        "service: soon                      | :1: 'service': latency must be off, documented or"
            + " seconds",
        "slo: p99wait<1                     | :1: 'slo': column 10 of 'p99wait<1': expected a unit",
        "sweep: {colour: red}               | :1: 'sweep.colour': unknown axis: 'colour'",
        "classes: [{prompt: -1, output: 1}] | :1: 'classes[0].prompt': expected a whole number"
            + " within 0..16777216: -1",
        "classes: [{prompt: 1}]             | :1: 'classes[0].output' is missing",
        "speed: 3                           | :1: 'speed': unknown key, expected one of workload",
        "\"[\"                              | is not YAML",
      })
  void a_file_is_refused_by_name_and_line(String text, String expected) throws IOException {
    Path file = Files.writeString(folder.resolve("q.yaml"), text + "\n");

    assertThat(run("plan", "simulate", "--config", file.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).startsWith("mimokit: " + file).contains(expected).hasLineCount(1);
  }

  @Test
  void a_trace_named_in_a_file_is_refused_by_its_own_line() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "TIMESTAMP,ContextTokens,GeneratedTokens\nx,1,1\n");
    Path file =
        Files.writeString(
            folder.resolve("q.yaml"), "workload: {trace: {file: t.csv, format: azure}}\n");

    assertThat(run("plan", "simulate", "--config", file.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .contains("t.csv:2: column 1 (TIMESTAMP): expected a date and time")
        .hasLineCount(1);
  }

  @Test
  void estimate_answers_by_closed_forms() throws IOException {
    assertThat(run("plan", "estimate", "--rate-per-hour", "5400", "--json")).isEqualTo(ExitCode.OK);

    JsonNode answer = Json.MAPPER.readTree(out.toString());
    assertThat(answer.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(answer.path("estimates").findValuesAsText("name"))
        .contains("break-even tokens", "429 share, sliding-log", "mean wait, gcra");
    for (JsonNode one : answer.path("estimates")) {
      if (one.path("name").asText().equals("429 share, sliding-log")) {
        assertThat(one.path("value").asDouble()).isBetween(2.695, 2.697);
      }
    }
    assertThat(answer.path("assumptions").toString()).contains("More keys of one account never");
  }

  @Test
  void simulate_answers_in_the_agreed_form() throws IOException {
    assertThat(
            run(
                "plan",
                "simulate",
                "--rate-per-hour",
                "5400",
                "--hours",
                "2",
                "--latency",
                "off",
                "--client",
                "no-retry",
                "--window",
                "all",
                "--json"))
        .as(err::toString)
        .isEqualTo(ExitCode.OK);

    JsonNode plan = Json.MAPPER.readTree(out.toString());
    assertThat(plan.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(plan.path("answers")).hasSize(7);
    JsonNode first = plan.path("answers").path(0);
    assertThat(first.path("window").asText()).isEqualTo("sliding-log");
    assertThat(first.path("quotaUnits").asInt()).isEqualTo(1);
    assertThat(first.path("bindingLimit").asText()).isEqualTo("RPM");
    assertThat(first.path("offered").asDouble())
        .isEqualTo(first.path("admitted").asDouble() + first.path("givenUp").asDouble());
    for (String name : new String[] {"offered", "refused", "p50WaitSeconds", "p99WaitSeconds"}) {
      assertThat(first.path(name).isNumber()).as(name).isTrue();
      assertThat(first.path("interval95").path(name)).as(name).hasSize(2);
    }
    assertThat(plan.path("assumptions").toString()).contains("More keys of one account never");
  }

  @Test
  void size_shows_that_one_unit_less_fails() throws IOException {
    Path trace = trace();

    assertThat(
            run(
                "plan",
                "size",
                "--trace",
                trace.toString(),
                "--latency",
                "off",
                "--window",
                "sliding-log,fixed,token-bucket",
                "--slo",
                "p99wait<=1s",
                "--json"))
        .as(err::toString)
        .isEqualTo(ExitCode.OK);

    JsonNode answers = Json.MAPPER.readTree(out.toString()).path("answers");
    assertThat(answers).hasSize(3);
    for (JsonNode one : answers) {
      assertThat(one.path("quotaUnits").asInt()).isEqualTo(3);
      assertThat(one.path("slo").path("met").asBoolean()).isTrue();
      assertThat(one.path("oneUnitLess").path("quotaUnits").asInt()).isEqualTo(2);
      assertThat(one.path("oneUnitLess").path("slo").path("met").asBoolean()).isFalse();
    }
  }

  @Test
  void an_impossible_service_level_is_refused_in_one_line() throws IOException {
    assertThat(
            run(
                "plan",
                "size",
                "--trace",
                trace().toString(),
                "--latency",
                "3",
                "--slo",
                "p99e2e<=1s",
                "--most",
                "20"))
        .isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .startsWith("mimokit: no number of quota units up to 4 meets 'p99e2e<=1s' with window")
        .hasLineCount(1);
  }

  @Test
  void drain_is_as_fast_as_nobody_can_beat() throws IOException {
    assertThat(run("plan", "drain", "--jobs", "1000", "--latency", "off", "--json"))
        .as(err::toString)
        .isEqualTo(ExitCode.OK);

    JsonNode answer = Json.MAPPER.readTree(out.toString()).path("answers").path(0);
    assertThat(answer.path("drainSeconds").asDouble()).isEqualTo(540);
    assertThat(answer.path("drainBoundSeconds").asDouble()).isEqualTo(540);
  }

  @Test
  void a_sweep_has_a_row_for_each_combination_and_keeps_its_files() throws IOException {
    Path kept = folder.resolve("kept");
    assertThat(
            run(
                "plan",
                "sweep",
                "--jobs",
                "300",
                "--latency",
                "off",
                "--axis",
                "quota-units=1..3",
                "--axis",
                "client=fifo,exp-full-jitter",
                "--csv",
                "--out",
                kept.toString()))
        .as(err::toString)
        .isEqualTo(ExitCode.OK);

    assertThat(out.toString().lines()).hasSize(7);
    assertThat(out.toString()).startsWith("quota-units,client,window,");
    assertThat(kept)
        .isDirectoryContaining("glob:**/{plan.json,manifest.json}")
        .isDirectoryContaining("glob:**/index.html")
        .isDirectoryContaining("glob:**/summary.md")
        .isDirectoryContaining("glob:**/1-sliding-log.wait.hgrm");
    assertThat(Files.readString(kept.resolve("index.html"))).contains("More keys of one account");
    assertThat(Files.readString(kept.resolve("summary.md"))).contains("| quota-units | client |");
  }

  @Test
  void a_flag_wins_over_the_file() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("q.yaml"),
            """
            workload: {batch: {jobs: 50}}
            limits: {quotaUnits: 2, windows: all}
            service: off
            """);

    assertThat(
            run(
                "plan",
                "simulate",
                "--config",
                file.toString(),
                "--window",
                "calendar",
                "--jobs",
                "70",
                "--json"))
        .as(err::toString)
        .isEqualTo(ExitCode.OK);

    JsonNode answers = Json.MAPPER.readTree(out.toString()).path("answers");
    assertThat(answers).hasSize(1);
    assertThat(answers.path(0).path("offered").asInt()).isEqualTo(70);
    assertThat(answers.path(0).path("quotaUnits").asInt()).isEqualTo(2);
    assertThat(answers.path(0).path("window").asText()).isEqualTo("calendar");
  }

  @Test
  void report_renders_a_kept_plan_again() throws IOException {
    Path kept = folder.resolve("kept");
    assertThat(run("plan", "drain", "--jobs", "5", "--latency", "off", "--out", kept.toString()))
        .as(err::toString)
        .isEqualTo(ExitCode.OK);
    Path page = folder.resolve("again.html");

    assertThat(run("report", kept.toString(), "--html", page.toString()))
        .as(err::toString)
        .isEqualTo(ExitCode.OK);

    assertThat(Files.readString(page)).isEqualTo(Files.readString(kept.resolve("index.html")));
  }

  private Path trace() throws IOException {
    StringBuilder rows = new StringBuilder("TIMESTAMP,ContextTokens,GeneratedTokens\n");
    for (int minute : new int[] {17, 20}) {
      for (int call = 0; call < CALLS; call++) {
        rows.append("2023-11-16 18:%02d:03.%03d,100,10\n".formatted(minute, call * 4));
      }
    }
    return Files.writeString(folder.resolve("bursts.csv"), rows.toString().strip());
  }

  private int run(String... arguments) {
    CommandLine program =
        Mimokit.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Mimokit.run(program, arguments);
  }
}
