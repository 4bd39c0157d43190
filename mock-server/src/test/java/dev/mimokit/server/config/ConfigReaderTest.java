package dev.mimokit.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.pace.Pacing;
import dev.mimokit.core.pace.ServerLoad;
import dev.mimokit.core.pace.Silence;
import dev.mimokit.core.pace.Speed;
import dev.mimokit.core.pace.SpeedTable;
import dev.mimokit.core.pace.WaitingLine;
import dev.mimokit.core.synth.LengthLaw;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.content.CannedAnswer;
import dev.mimokit.server.content.CannedCall;
import dev.mimokit.server.content.Content;
import dev.mimokit.server.content.Directed;
import dev.mimokit.server.content.Directives;
import dev.mimokit.server.content.Recording.Frame;
import dev.mimokit.server.profile.Profiles;
import dev.mimokit.server.quirk.AnsweredName;
import dev.mimokit.server.quirk.AnthropicHabits;
import dev.mimokit.server.quirk.BadRequests;
import dev.mimokit.server.quirk.Caching;
import dev.mimokit.server.quirk.EmptyDetails;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.quirk.ErrorForm;
import dev.mimokit.server.quirk.ErrorForm.Texture;
import dev.mimokit.server.quirk.Judging;
import dev.mimokit.server.quirk.Measures;
import dev.mimokit.server.quirk.OutOfRange;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.quirk.SchemaFormat;
import dev.mimokit.server.quirk.StartUsage;
import dev.mimokit.server.quirk.UsageChunk;
import dev.mimokit.server.store.DegradedPolicy;
import dev.mimokit.server.store.StoreSpec;
import dev.mimokit.server.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

  private final Path dir;

  ConfigReaderTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void reads_where_quotas_are_kept() {
    assertThat(read("strictKeys: true").store()).isEmpty();
    assertThat(read("store: {redis: 'redis://h:1'}").store())
        .hasValue(StoreSpec.redis("redis://h:1"));
    assertThat(
            read("store: {redis: 'redis://:pw@h:1', nodes: 3, degraded: closed, timeoutMillis: 50}")
                .store())
        .hasValue(new StoreSpec("redis://:pw@h:1", 3, DegradedPolicy.CLOSED, Duration.ofMillis(50)))
        .get()
        .asString()
        .doesNotContain("pw");
  }

  @Test
  void overrides_the_speed_of_one_model_and_scales_all() {
    Latency latency =
        read("""
                latency:
                  profile: documented
                  scale: 0.5
                  models:
                    mimo-v2.5-pro: {ttftMedianMillis: 400, tokensPerSecond: 80,
                                    silenceMillis: 60000, silenceFromTokens: 1000}
                """)
            .latency()
            .orElseThrow();

    Pacing.Scaled pro = (Pacing.Scaled) latency.pacing("mimo-v2.5-pro");
    Speed speed = ((Pacing.Drawn) pro.pacing()).speed();
    assertThat(speed.ttftMedianNanos()).isEqualTo(400_000_000);
    assertThat(speed.ttftP95Nanos()).isEqualTo(1_500_000_000);
    assertThat(speed.tokensPerSecond()).isEqualTo(80);
    assertThat(speed.silence()).isEqualTo(new Silence(1000, 60_000_000_000L));
    assertThat(speed.prefillNanosPer10k()).isEqualTo(150_000_000);
    assertThat(latency.pacing("mimo-v2-flash"))
        .isEqualTo(new Pacing.Scaled(new Pacing.Drawn(SpeedTable.of("mimo-v2-flash")), 0.5));
  }

  @Test
  void keeps_plain_latencies_plain() {
    assertThat(read("latency: {profile: off}").latency()).contains(new Latency.Off());
    assertThat(read("latency: {fixed: {ttftMillis: 3, interTokenMillis: 2}}").latency())
        .map(latency -> latency.pacing("any").timetable(0, 0).ttftNanos())
        .contains(3_000_000L);
  }

  @Test
  void reads_what_load_does() {
    assertThat(
            read("""
                    load: {knee: 8, ttftSlope: 0.1, queueFrom: 16, queueMillisEach: 250,
                           refuseAbove: 32}
                    """)
                .load())
        .contains(new ServerLoad(8, 0.1, 0, new WaitingLine(16, 250_000_000), 32));
    assertThat(read("load: {refuseAbove: 5}").load())
        .contains(new ServerLoad(Integer.MAX_VALUE, 0, 0, WaitingLine.NONE, 5));
    assertThat(read("{}").load()).isEmpty();
  }

  @Test
  void knows_a_profile_of_a_busy_server() {
    assertThat(Profiles.load("overloaded").load().value())
        .isEqualTo(new ServerLoad(20, 0.1, 0.05, new WaitingLine(40, 250_000_000), 60));
    assertThat(Profiles.load("documented").load().value()).isEqualTo(ServerLoad.NONE);
  }

  @Test
  void gives_the_first_canned_answer_that_matches() {
    Content content =
        read("""
                content:
                  answers:
                    - {match: "(?i)weather in (\\\\w+)", model: mimo-v2.5-pro,
                       toolCalls: [{name: get_weather, arguments: '{"city":"Oslo"}'}]}
                    - {contains: weather, answer: Sunny., reasoning: Look out., finish: length}
                    - {model: mimo-v2-flash, answer: ""}
                """)
            .content();

    CannedAnswer calls = content.answer("mimo-v2.5-pro", "The WEATHER in Oslo?").orElseThrow();
    assertThat(calls.toolCalls())
        .containsExactly(new CannedCall("get_weather", "{\"city\":\"Oslo\"}"));
    assertThat(calls.ending()).isEqualTo(FinishReason.TOOL_CALLS);
    CannedAnswer sunny = content.answer("mimo-v2.5", "weather in Oslo").orElseThrow();
    assertThat(sunny.answer()).isEqualTo("Sunny.");
    assertThat(sunny.reasoning()).contains("Look out.");
    assertThat(sunny.ending()).isEqualTo(FinishReason.LENGTH);
    assertThat(content.answer("mimo-v2-flash", "hello").orElseThrow().ending())
        .isEqualTo(FinishReason.STOP);
    assertThat(content.answer("mimo-v2.5", "hello")).isEmpty();
  }

  @Test
  void replays_recordings_that_lie_beside_the_file() throws IOException {
    Files.writeString(dir.resolve("a.jsonl"), "{\"offsetMillis\":5,\"data\":\"x\"}\n");
    Files.writeString(dir.resolve("b.txt"), "0.010 data: y\n");
    Path file = dir.resolve("config.yaml");
    Files.writeString(
        file,
        """
        content:
          recordings:
            - {contains: first, file: a.jsonl}
            - {model: mimo-v2.5, capture: b.txt}
        """);

    Content content = new ConfigReader(Profiles.load(Profiles.DEFAULT)).read(file).content();

    assertThat(content.recording("mimo-v2.5", "the first", false).orElseThrow().frames())
        .containsExactly(new Frame(5, "x"));
    assertThat(content.recording("mimo-v2.5", "", false).orElseThrow().frames())
        .containsExactly(new Frame(10, "y"));
    assertThat(content.recording("mimo-v2-pro", "", false)).isEmpty();
  }

  @Test
  void reads_lengths_words_and_switches() {
    Content content =
        read("""
                content:
                  length: {median: 200, sigma: 0.5}
                  directives: false
                  webSearch: true
                  moderation: {blocked: [bomb], repetition: [echo]}
                """)
            .content();

    assertThat(content.length()).isEqualTo(new LengthLaw(200, 0.5, 30));
    assertThat(content.directed("[[mimokit: tokens=5]]")).isEqualTo(Directives.NONE);
    assertThat(content.webSearch()).isTrue();
    assertThat(content.moderation().blockedWords()).containsExactly("bomb");
    assertThat(content.moderation().repetitionWords()).containsExactly("echo");
    assertThat(Content.DEFAULT.directed("[[mimokit: x=5]]")).isInstanceOf(Directed.Refused.class);
  }

  @Test
  void reads_the_unsettled_habits() {
    Quirks quirks =
        read("""
                wire:
                  streamErrorPrefix: false
                  usageChunk: included
                  emptyPromptDetails: null
                  moderationStatus: 400
                  createdDrifts: false
                  gatewayHeaders: false
                  implicitSystemTokens: 238
                  bodyLimitBytes: 1000
                  anthropicThinkingFirst: false
                  forwarding: true
                  stripOneMillionSuffix: false
                  ttsCharge: false
                  contextOverflowStatus: 413
                  streamErrorContentType: text/event-stream
                  outOfRange: validator
                  manyStopsRefused: false
                  unsettledFieldsRefused: true
                  nRefused: false
                  jsonSchema: json-object
                  nullContentRefused: true
                  badRequests: counted
                  promptCache: true
                  cacheGrain: 64
                  cachedTokensCharged: false
                  anthropicErrorPrefix: true
                  anthropicPing: true
                  anthropicStartUsage: prompt
                  kilo: 1000
                  ttsTokenMillis: 80
                  toolTokens: false
                  answeredName: asked
                  otherMethodStatus: 405
                  errors:
                    server-error: {message: boom, texture: pretty}
                    out-of-range: {status: 422, code: '7', param: '', type: bad}
                """)
            .quirks();

    assertThat(quirks)
        .isEqualTo(
            new Quirks(
                false,
                UsageChunk.INCLUDED,
                EmptyDetails.NULL,
                400,
                false,
                false,
                238,
                1000,
                true,
                false,
                false,
                413,
                "text/event-stream",
                new Judging(
                    OutOfRange.VALIDATOR,
                    false,
                    true,
                    false,
                    SchemaFormat.JSON_OBJECT,
                    true,
                    BadRequests.COUNTED),
                new Caching(true, 64, false),
                new AnthropicHabits(false, true, true, StartUsage.PROMPT),
                new Measures(1000, 80, false, AnsweredName.ASKED, 405),
                Map.of(
                    ErrorCase.SERVER_ERROR,
                    new ErrorForm(
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.of("boom"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Texture.PRETTY)),
                    ErrorCase.OUT_OF_RANGE,
                    new ErrorForm(
                        OptionalInt.of(422),
                        Optional.of("7"),
                        Optional.empty(),
                        Optional.of(""),
                        Optional.of("bad"),
                        Optional.empty()))));
    assertThat(read("wire: {}").quirks()).isEqualTo(Quirks.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "store: {nodes: 2}|'store.redis' is missing",
        "store: {redis: 'http://h:1'}|'store.redis': expected redis://HOST:PORT: http://h:1",
        "store: {redis: 'redis://:pw@h:x'}|'store.redis': expected redis://HOST:PORT: redis://h:x",
        "store: {redis: 'redis://h:1', nodes: 0}|'store.nodes': expected a whole number within",
        "store: {redis: 'redis://h:1', degraded: shut}"
            + "|'store.degraded': expected local-share or open or closed",
        "load: {knees: 1}|'load.knees': unknown key, expected one of knee, ttftSlope",
        "load: {ttftSlope: 1}|'load.knee' is missing",
        "load: {queueFrom: 1}|'load.queueMillisEach' is missing",
        "load: {refuseAbove: 0}|'load.refuseAbove': expected a whole number within 1..1000000: 0",
        "load: {knee: 1, ttftSlope: -1}|'load.ttftSlope': expected a number within 0.0..1000.0: -1",
        "latency: {scale: 2}|'latency': expected either fixed or profile",
        "latency: {profile: off, scale: .nan}|'latency.scale': expected a number within",
        "latency: {profile: off, models: {m: {speed: 1}}}|'latency.models.m.speed': unknown key",
        "latency: {profile: off, models: {m: {ttftMedianMillis: 9, ttftP95Millis: 8}}}"
            + "|'latency.models.m': a TTFT median must be at least 1 ns and its p95 not less",
        "content: {answers: [{answer: x}]}"
            + "|'content.answers[0]': expected at least one of match, contains and model",
        "content: {answers: [{match: '(', answer: x}]}|'content.answers[0].match': is not a regular",
        "content: {answers: [{model: m}]}|'content.answers[0].answer' is missing",
        "content: {answers: [{model: m, answer: x, finish: end}]}"
            + "|'content.answers[0].finish': expected one of stop, length, tool_calls",
        "content: {answers: [{model: m, toolCalls: [{name: a b}]}]}"
            + "|'content.answers[0].toolCalls[0].name': expected 1 to 64 letters",
        "content: {answers: [{model: m, toolCalls: [{name: a, arguments: '[]'}]}]}"
            + "|arguments': expected the text of a JSON object",
        "content: {answers: [{model: m, toolCalls: [{name: a, arguments: '{'}]}]}"
            + "|arguments': is not JSON",
        "content: {recordings: [{model: m}]}|'content.recordings[0]': expected either file or",
        "content: {recordings: [{model: m, file: no/where}]}|cannot be read: no/where",
        "content: {length: {median: 0}}|'content.length.median': expected a number within 1.0..",
        "content: {length: {median: 5}, outputTokens: 5}|expected either outputTokens or length",
        "content: {moderation: {blocked: ['']}}|'content.moderation.blocked[0]': expected a word",
        "content: {directives: 1}|'content.directives': expected true or false: 1",
        "wire: {usagechunk: always}|'wire.usagechunk': unknown key, expected one of streamError",
        "wire: {usageChunk: never}|'wire.usageChunk': expected always or included: never",
        "wire: {moderationStatus: 418}|'wire': moderationStatus must be 421 or 400: 418",
      })
  void refuses_a_broken_file_in_one_line(String yaml, String line) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains(line)
        .contains("config.yaml:1:")
        .hasLineCount(1);
  }

  private static ServerConfig read(String yaml) {
    return new ConfigReader(Profiles.load(Profiles.DEFAULT))
        .read(YamlFile.parse("config.yaml", yaml));
  }
}
