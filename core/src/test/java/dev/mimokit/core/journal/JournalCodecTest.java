package dev.mimokit.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JournalCodecTest {

  static Stream<JournalEvent> every_kind_of_event() {
    return Stream.of(
        new JournalEvent.Received(
            Long.MIN_VALUE, 1, "demo", "0a1b2c3d", "mimo-v2.5-pro", "job-7", true, "ffffffff"),
        new JournalEvent.Received(0, Long.MAX_VALUE, "", "", "", "", false, "\"\\\n\u2028é"),
        new JournalEvent.Admitted(-5, 2, 1_000_000_000_000L),
        new JournalEvent.Rejected(1, 3, Set.of(Cause.RPM), OptionalLong.of(59_500_000_000L)),
        new JournalEvent.Rejected(1, 3, EnumSet.allOf(Cause.class), OptionalLong.empty()),
        new JournalEvent.Answered(2, 3, 429, OptionalLong.of(Long.MAX_VALUE)),
        new JournalEvent.Answered(2, 3, 200, OptionalLong.empty()),
        new JournalEvent.FirstToken(3, 4),
        new JournalEvent.Completed(4, 4, 12, 34),
        new JournalEvent.Aborted(5, 4, 17),
        new JournalEvent.Asked(6, "job-7"),
        new JournalEvent.Told(Long.MAX_VALUE, "job-7", true, 200, "", "said \"hi\"\n", false),
        new JournalEvent.Told(7, "job-7", false, 0, "IOException", "", true),
        new JournalEvent.Told(
            8, "job-7", false, 429, "Refused", "", false, OptionalLong.of(30_000_000_000L)),
        new JournalEvent.Received(
            9,
            5,
            "demo",
            "k",
            "m",
            "job-8",
            false,
            "b",
            new JournalEvent.Claims(OptionalLong.of(2), "0a1b2c3d")),
        new JournalEvent.Ended(10, 51_000_000, ""),
        new JournalEvent.Ended(11, 0, "the driver ended: exit status 7"));
  }

  @ParameterizedTest
  @MethodSource("every_kind_of_event")
  void reads_back_what_it_wrote(JournalEvent event) throws JournalFormatException {
    String line = JournalCodec.line(event);

    assertThat(line).doesNotContain("\n");
    assertThat(JournalCodec.read(line)).isEqualTo(new JournalEntry("", "", event));
  }

  @ParameterizedTest
  @MethodSource("every_kind_of_event")
  void reads_back_the_agent_and_the_case(JournalEvent event) throws JournalFormatException {
    JournalEntry entry = new JournalEntry("openai-java", "2.9", event);

    assertThat(JournalCodec.read(JournalCodec.line(entry))).isEqualTo(entry);
  }

  @Test
  void the_list_above_holds_every_kind_of_event() {
    assertThat(every_kind_of_event().map(JournalEvent::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(JournalEvent.class.getPermittedSubclasses())
                .flatMap(
                    kind ->
                        kind.isInterface()
                            ? Stream.of(kind.getPermittedSubclasses())
                            : Stream.of(kind))
                .<Class<? extends JournalEvent>>map(type -> type.asSubclass(JournalEvent.class))
                .toList());
  }

  @Test
  void writes_a_line_that_people_can_read() {
    JournalEvent event = new JournalEvent.Answered(1_500, 7, 429, OptionalLong.of(2_000));

    assertThat(JournalCodec.line(new JournalEntry("reference", "2.1", event)))
        .isEqualTo(
            "{\"agent\":\"reference\",\"case\":\"2.1\",\"event\":\"answered\",\"atNanos\":1500,"
                + "\"exchange\":7,\"status\":429,\"retryAfterNanos\":2000}");
  }

  @Test
  void ignores_fields_it_does_not_know() throws JournalFormatException {
    String line = "{'event':'firstToken','atNanos':1,'exchange':2,'since':'2027','more':['x']}";

    assertThat(JournalCodec.read(json(line)).event()).isEqualTo(new JournalEvent.FirstToken(1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                                        | expected a JSON object
          []                                                        | expected a JSON object
          nonsense                                                  | journal line is not JSON
          {'event':'firstToken','atNanos':1                         | journal line is not JSON
          {}                                                        | journal line has no atNanos
          {'atNanos':1}                                             | journal line has no event
          {'atNanos':1,'event':'firstToken'}                        | journal line has no exchange
          {'atNanos':1,'event':'slept','exchange':2}                | unknown journal event slept
          {'atNanos':'noon','event':'asked','call':'a'}             | atNanos must be a whole number
          {'atNanos':1.5,'event':'asked','call':'a'}                | atNanos must be a whole number
          {'atNanos':1,'event':'asked','call':null}                 | call must be a string
          {'atNanos':1,'event':'asked','call':{'a':1}}              | call must be a string
          {'atNanos':1,'event':'asked','call':'a'} {}               | expected nothing after
          {'atNanos':1,'event':'rejected','exchange':2}             | a rejection must have a cause
          {'atNanos':1,'event':'rejected','exchange':2,'causes':['RPS']} | cause must be one of [RPM,
          {'atNanos':1,'event':'rejected','exchange':2,'causes':[['RPM']]} | causes must be an array
          {'atNanos':1,'event':'answered','exchange':2,'status':99999999999} | status must fit 32 bits
          {'atNanos':1,'event':'told','call':'a','ok':1}            | ok must be true or false: 1
          """)
  void a_malformed_line_is_named_with_what_was_expected(String line, String expected) {
    String written = json(line);

    assertThatThrownBy(() -> JournalCodec.read(written))
        .isInstanceOf(JournalFormatException.class)
        .hasMessageStartingWith(expected)
        .hasMessageEndingWith(": " + written);
  }

  @Test
  void a_long_malformed_line_is_shown_by_its_beginning() {
    assertThatThrownBy(() -> JournalCodec.read("[" + "1".repeat(5_000)))
        .hasMessageEndingWith("1…")
        .extracting(e -> String.valueOf(e.getMessage()).length())
        .satisfies(length -> assertThat(length).isLessThan(200));
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }
}
