package dev.mimokit.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.server.script.Extent;
import dev.mimokit.server.script.Fault;
import dev.mimokit.server.script.HeaderLine;
import dev.mimokit.server.script.Phase;
import dev.mimokit.server.script.Script;
import dev.mimokit.server.script.ScriptedBody;
import dev.mimokit.server.script.Step;
import dev.mimokit.server.script.Strike;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {

  @Test
  void reads_a_gateways_page_behind_a_delay() {
    Step step =
        step(
            """
            {"status":502,"body":"<html>","contentType":"text/html","delayMillis":3000,
             "headers":{"Connection":"close","retry-after":["1","1"]},"percent":50}""");

    assertThat(step.answer().body()).contains(new ScriptedBody("<html>", "text/html"));
    assertThat(step.answer().headers().others())
        .containsExactly(
            new HeaderLine("Connection", "close"),
            new HeaderLine("retry-after", "1"),
            new HeaderLine("retry-after", "1"));
    assertThat(step.percent()).isEqualTo(50);
    assertThat(step.whole().delayNanos()).isEqualTo(3_000_000_000L);
    assertThat(step.serves()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{'fault':'drop','how':'close','phase':'on-accept'}|Drop[ending=CLOSE] ON_ACCEPT",
        "{'fault':'drop','afterEvents':3}|Drop[ending=RESET] BETWEEN_TOKENS 3",
        "{'fault':'stall','phase':'before-first-token','millis':5}"
            + "|Stall[nanos=5000000] BEFORE_FIRST_TOKEN",
        "{'fault':'slow','millis':5}|Slow[extraNanos=5000000] BETWEEN_TOKENS",
        "{'fault':'truncate'}|Truncate[] BEFORE_END",
        "{'fault':'truncate','afterEvents':-1}|Truncate[] BETWEEN_TOKENS -1",
        "{'fault':'garbage','text':'x'}|Garbage[text=x] BETWEEN_TOKENS",
        "{'fault':'error-event','data':'{}','done':true}"
            + "|ErrorEvent[json={}, done=true] BETWEEN_TOKENS",
        "{'fault':'error-event','error':'limitation'}"
            + "|ErrorEvent[json={\"error\":{\"code\":\"429\",\"message\":\"Too many requests\","
            + "\"type\":\"limitation\"}}, done=false] BETWEEN_TOKENS",
      })
  void reads_what_goes_wrong_and_when(String fault, String read) {
    Step step = step("{\"faults\":[" + fault.replace('\'', '"') + "]}");

    Strike strike = step.strikes().get(0);
    String after = strike.afterEvents().isPresent() ? " " + strike.afterEvents().getAsInt() : "";
    assertThat(strike.fault() + " " + strike.phase() + after).isEqualTo(read);
    assertThat(step.status()).isEqualTo(200);
    assertThat(step.serves()).isFalse();
  }

  @Test
  void tells_a_drop_before_any_limit_from_later_ones() {
    assertThat(step("{\"faults\":[{\"fault\":\"drop\",\"phase\":\"on-accept\"}]}").endsOnAccept())
        .isTrue();
    assertThat(
            step("{\"faults\":[{\"fault\":\"drop\",\"phase\":\"before-headers\"}]}").endsOnAccept())
        .isFalse();
    assertThat(step("{\"faults\":[{\"fault\":\"garbage\"}]}").strikes())
        .containsExactly(
            new Strike(
                new Fault.Garbage(Fault.Garbage.HALF_A_CHUNK),
                Phase.BETWEEN_TOKENS,
                OptionalInt.empty()));
  }

  @Test
  void reads_scripts_that_follow_the_time() {
    Script script =
        script(
            """
            {"account":"a","variants":[[{"status":503,"forMillis":4000}]],"then":"cycle","seed":9}
            """);

    assertThat(script.then()).isEqualTo(Script.Then.CYCLE);
    assertThat(script.seed()).isEqualTo(9);
    assertThat(script.variants().get(0).get(0).extent()).isEqualTo(new Extent.Span(4_000_000_000L));
  }

  @Test
  void serves_a_plain_200() {
    assertThat(step("{\"status\":200}").serves()).isTrue();
    assertThat(step("{\"status\":200,\"retryAfter\":\"5\"}").serves()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{}|'variants'[0][0]: status is missing",
        "{'status':429,'retryafter':'1'}|retryafter' is unknown, expected one of status",
        "{'faults':[{'fault':'explode'}]}|unknown fault 'explode', expected one of drop, stall",
        "{'faults':[{'fault':'drop'}]}"
            + "|phase is missing, expected on-accept, before-headers, before-first-token",
        "{'faults':[{'fault':'drop','phase':'later'}]}|phase must be on-accept",
        "{'faults':[{'fault':'stall','phase':'on-accept'}]}|millis is missing",
        "{'faults':[{'fault':'stall','millis':5,'how':'x'}]}|how' is unknown",
        "{'faults':[{'fault':'truncate','phase':'on-accept'}]}"
            + "|before the headers an answer can only be dropped or stalled",
        "{'faults':[{'fault':'error-event'}]}|expected either error or data",
        "{'faults':[{'fault':'error-event','error':'odd'}]}|unknown error 'odd'",
        "{'status':429,'times':2,'forMillis':5}|either times or forMillis, not both",
        "{'status':429,'percent':0}|percent' must be a whole number within 1..100",
        "{'status':429,'error':'limitation','body':''}|either error or body, not both",
        "{'status':429,'contentType':'text/html'}|contentType needs a body",
        "{'status':429,'headers':{'a b':'c'}}|not the name of a header: a b",
        "{'status':429,'headers':{'a':1}}|must be a text",
        "{'status':429,'retryAfter':'1','retryAfterDateSeconds':1}"
            + "|either retryAfter or retryAfterDateSeconds, not both",
      })
  void refuses_a_broken_step_in_one_line(String step, String line) {
    assertThatThrownBy(() -> step(step.replace('\'', '"')))
        .isInstanceOf(AdminException.class)
        .message()
        .contains(line)
        .hasLineCount(1);
  }

  private static Step step(String json) {
    return script("{\"account\":\"a\",\"variants\":[[" + json + "]]}").variants().get(0).get(0);
  }

  private static Script script(String json) {
    return ScriptReader.read(AdminBody.read(json.getBytes(StandardCharsets.UTF_8)));
  }
}
