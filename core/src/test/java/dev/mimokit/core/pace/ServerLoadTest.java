package dev.mimokit.core.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServerLoadTest {

  private static final Timetable TIMETABLE = new Timetable(800, 20);
  private static final ServerLoad LOAD = new ServerLoad(2, 0.5, 0.25, new WaitingLine(3, 100), 5);

  @Test
  void slows_then_queues_then_refuses() {
    LoadGauge gauge = new LoadGauge(LOAD);
    StringBuilder transcript = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      Optional<Timetable> answer = gauge.enter().map(pressure -> pressure.on(TIMETABLE));
      transcript
          .append(i)
          .append(answer.map(t -> " " + t.ttftNanos() + " " + t.interTokenNanos()).orElse(" 429"))
          .append('\n');
    }

    assertThat(transcript)
        .hasToString(
            """
            1 800 20
            2 800 20
            3 1200 25
            4 1700 30
            5 2200 35
            6 429
            """);
  }

  @Test
  void has_room_again_when_an_answer_has_left() {
    LoadGauge gauge = new LoadGauge(new ServerLoad(0, 0, 0, WaitingLine.NONE, 1));

    assertThat(gauge.enter()).isPresent();
    assertThat(gauge.enter()).isEmpty();
    gauge.leave();
    assertThat(gauge.enter()).isPresent();
    assertThat(gauge.inFlight()).isEqualTo(1);
  }

  @Test
  void changes_nothing_when_it_is_off() {
    LoadGauge gauge = new LoadGauge(ServerLoad.NONE);
    for (int i = 0; i < 5000; i++) {
      assertThat(gauge.enter().orElseThrow().on(TIMETABLE)).isEqualTo(TIMETABLE);
    }
  }

  @Test
  void never_lets_in_more_than_its_limit_however_many_ask_at_once() throws InterruptedException {
    LoadGauge gauge = new LoadGauge(new ServerLoad(0, 0, 0, WaitingLine.NONE, 100));
    AtomicInteger entered = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> ask(gauge, start, entered));
      thread.start();
      threads.add(thread);
    }

    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(entered).hasValue(100);
  }

  private static void ask(LoadGauge gauge, CountDownLatch start, AtomicInteger entered) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < 100; i++) {
      gauge.enter().ifPresent(pressure -> entered.incrementAndGet());
    }
  }

  @Test
  void refuses_knobs_that_cannot_be() {
    assertThatThrownBy(() -> new ServerLoad(-1, 0, 0, WaitingLine.NONE, 1))
        .hasMessage("knee must be at least 0 and refuseAbove at least 1: -1, 1");
    assertThatThrownBy(() -> new ServerLoad(1, -0.1, 0, WaitingLine.NONE, 1))
        .hasMessage("ttftSlope must be at least 0: -0.1");
    assertThatThrownBy(() -> new WaitingLine(-1, 0))
        .hasMessage("a waiting line must not be negative: from -1, 0 ns each");
    assertThatThrownBy(() -> new LoadGauge(ServerLoad.NONE).leave())
        .isInstanceOf(IllegalStateException.class);
  }
}
