package dev.mimokit.server.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.server.script.Fault.Drop;
import dev.mimokit.server.script.Fault.Ending;
import dev.mimokit.server.script.Fault.ErrorEvent;
import dev.mimokit.server.script.Fault.Garbage;
import dev.mimokit.server.script.Fault.Slow;
import dev.mimokit.server.script.Fault.Stall;
import dev.mimokit.server.script.Fault.Truncate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class StreamPlanTest {

  /** Role, four tokens, finish, usage, terminator. */
  private static final StreamShape SHAPE = new StreamShape(8, 1, 4);

  private static final Drop RESET = new Drop(Ending.RESET);

  @Test
  void leaves_a_stream_alone_without_faults() {
    assertThat(played()).isEqualTo("0 1 2 3 4 5 6 7 COMPLETE");
  }

  @Test
  void drops_at_each_phase() {
    assertThat(played(at(Phase.BEFORE_FIRST_TOKEN, RESET))).isEqualTo("0 RESET");
    assertThat(played(at(Phase.BETWEEN_TOKENS, RESET))).isEqualTo("0 1 RESET");
    assertThat(played(at(Phase.BEFORE_END, new Drop(Ending.CLOSE)))).isEqualTo("0 1 2 3 4 CLOSE");
    assertThat(played(at(Phase.BEFORE_HEADERS, RESET))).isEqualTo("RESET");
    assertThat(StreamPlan.of(SHAPE, List.of(at(Phase.BEFORE_HEADERS, RESET))).hasHead()).isFalse();
    assertThat(StreamPlan.of(SHAPE, List.of(at(Phase.BETWEEN_TOKENS, RESET))).hasHead()).isTrue();
  }

  @Test
  void drops_after_a_number_of_events_from_either_side() {
    assertThat(played(after(3, RESET))).isEqualTo("0 1 2 RESET");
    assertThat(played(after(0, RESET))).isEqualTo("RESET");
    assertThat(played(after(-1, RESET))).isEqualTo("0 1 2 3 4 5 6 RESET");
    assertThat(played(after(99, RESET))).isEqualTo("0 1 2 3 4 5 6 7 RESET");
    assertThat(played(after(-99, RESET))).isEqualTo("RESET");
  }

  @Test
  void closes_silently_after_sixty_seconds() {
    StreamPlan plan =
        StreamPlan.of(
            SHAPE,
            List.of(
                at(Phase.BEFORE_HEADERS, new Stall(60_000)),
                at(Phase.BEFORE_HEADERS, new Drop(Ending.CLOSE))));

    assertThat(plan.count()).isZero();
    assertThat(plan.hasHead()).isFalse();
    assertThat(plan.endDelayNanos()).isEqualTo(60_000);
    assertThat(plan.ending()).isEqualTo(Ending.CLOSE);
  }

  @Test
  void ends_without_finish_and_terminator() {
    assertThat(played(at(Phase.BEFORE_END, new Truncate()))).isEqualTo("0 1 2 3 4 CLEAN");
    assertThat(played(after(-1, new Truncate()))).isEqualTo("0 1 2 3 4 5 6 CLEAN");
  }

  @Test
  void puts_an_error_in_the_place_of_the_rest() {
    assertThat(played(after(2, new ErrorEvent("{}", false)))).isEqualTo("0 1 'data: {}||' CLEAN");
    assertThat(played(after(2, new ErrorEvent("{}", true))))
        .isEqualTo("0 1 'data: {}||' 'data: [DONE]||' CLEAN");
  }

  @Test
  void puts_garbage_in_the_place_of_one_event() {
    assertThat(played(after(2, new Garbage("oops")))).isEqualTo("0 1 'oops' 3 4 5 6 7 COMPLETE");
  }

  @Test
  void stalls_once_and_slows_for_ever() {
    assertThat(played(after(6, new Stall(100)))).isEqualTo("0 1 2 3 4 5 6+100 7+100 COMPLETE");
    assertThat(played(after(5, new Slow(10)))).isEqualTo("0 1 2 3 4 5+10 6+20 7+30 COMPLETE");
    assertThat(played(after(5, new Slow(10)), after(6, new Stall(100)), after(7, RESET)))
        .isEqualTo("0 1 2 3 4 5+10 6+120 RESET");
  }

  @Test
  void stalls_the_head_and_all_that_follows() {
    StreamPlan plan = StreamPlan.of(SHAPE, List.of(at(Phase.BEFORE_HEADERS, new Stall(7))));

    assertThat(plan.headDelayNanos()).isEqualTo(7);
    assertThat(plan.delayNanos(0)).isEqualTo(7);
    assertThat(plan.delayNanos(7)).isEqualTo(7);
  }

  @Test
  void obeys_the_first_of_two_endings() {
    assertThat(played(after(5, new Truncate()), after(3, RESET))).isEqualTo("0 1 2 RESET");
  }

  @Test
  void cuts_bodies_at_each_phase_though_their_length_was_announced() {
    StringJoiner sent = new StringJoiner(" ");
    for (Phase phase : Phase.values()) {
      WholePlan plan = WholePlan.of(List.of(at(phase, RESET)));
      sent.add((plan.hasHead() ? "head+" : "") + plan.bytes(100));
    }

    assertThat(sent).hasToString("0 0 head+0 head+50 head+99");
    assertThat(WholePlan.of(List.of()).bytes(100)).isEqualTo(100);
    assertThat(WholePlan.of(List.of()).ending()).isEqualTo(Ending.COMPLETE);
    assertThat(WholePlan.of(List.of(at(Phase.BEFORE_END, new Truncate()))).ending())
        .isEqualTo(Ending.CLOSE);
  }

  @Test
  void delays_and_replaces_whole_bodies() {
    WholePlan plan =
        WholePlan.of(
            List.of(
                at(Phase.BEFORE_HEADERS, new Stall(5)),
                at(Phase.BETWEEN_TOKENS, new Garbage("<html>"))));

    assertThat(plan.delayNanos()).isEqualTo(5);
    assertThat(plan.body()).contains("<html>".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refuses_what_cannot_be() {
    assertThatThrownBy(() -> at(Phase.ON_ACCEPT, new Truncate()))
        .hasMessage("before the headers an answer can only be dropped or stalled");
    assertThatThrownBy(() -> new Strike(RESET, Phase.BEFORE_END, OptionalInt.of(1)))
        .hasMessage("afterEvents needs the phase between-tokens: BEFORE_END");
    assertThatThrownBy(() -> new Drop(Ending.CLEAN))
        .hasMessage("a drop must close or reset: CLEAN");
    assertThatThrownBy(() -> new ErrorEvent("a\nb", false)).hasMessage("data must be one line");
    assertThatThrownBy(() -> new StreamShape(3, 1, 3))
        .hasMessage("a stream of 3 events cannot have 3 tokens from 1");
  }

  private static Strike at(Phase phase, Fault fault) {
    return new Strike(fault, phase);
  }

  private static Strike after(int events, Fault fault) {
    return new Strike(fault, Phase.BETWEEN_TOKENS, OptionalInt.of(events));
  }

  /** The events sent, with what replaces them and how much later, and the ending. */
  private static String played(Strike... strikes) {
    StreamPlan plan = StreamPlan.of(SHAPE, List.of(strikes));
    StringJoiner events = new StringJoiner(" ");
    for (int i = 0; i < plan.count(); i++) {
      int event = i;
      String sent =
          plan.bytes(i)
              .map(b -> "'" + new String(b, StandardCharsets.UTF_8).replace('\n', '|') + "'")
              .orElseGet(() -> String.valueOf(event));
      events.add(sent + (plan.delayNanos(i) == 0 ? "" : "+" + plan.delayNanos(i)));
    }
    return events.add(plan.ending().toString()).toString();
  }
}
