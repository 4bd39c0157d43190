package dev.mimokit.bench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a {@code /proc} of its own. */
class HostTest {

  private static final long PID = 42;

  @TempDir private Path proc = Path.of("");

  private Host host = new Host(proc);

  @BeforeEach
  void begin() throws IOException {
    host = new Host(proc);
    machine("cpu  1000 10 500 8000 100 7 30 50 0 0");
    process("self", "(java)", 200, 20);
    process("42", "(a) b (c)", 300, 30);
  }

  @Test
  void what_neither_side_used_is_foreign() throws IOException {
    Watch watch = host.watch(PID);
    // 200 ticks in all: 100 busy, 10 stolen. 60 are the server's, 20 ours, so 20 are foreign.
    machine("cpu  1060 20 530 8090 100 7 30 60 0 0");
    process("42", "(a) b (c)", 350, 40);
    process("self", "(java)", 205, 35);

    Watch.Seen seen = watch.seen();

    assertThat(seen.cpuSeconds()).isEqualTo(0.6);
    assertThat(seen.load()).isEqualTo(new HostLoad(5, 10));
  }

  @Test
  void a_process_that_began_meanwhile_has_used_all_of_its_time() throws IOException {
    Watch watch = host.watch();
    machine("cpu  1344 10 500 8056 100 7 30 50 0 0");

    Watch.Seen seen = watch.born(PID).seen();

    assertThat(seen.cpuSeconds()).isEqualTo(3.44);
    assertThat(seen.load()).isEqualTo(new HostLoad(0, 0));
  }

  @Test
  void children_that_were_waited_for_are_no_foreigners() throws IOException {
    Watch watch = host.watch();
    machine("cpu  1100 10 500 8000 100 7 30 50 0 0");
    process("self", "(java)", 200, 20, 107);

    assertThat(watch.seen()).isEqualTo(new Watch.Seen(0, new HostLoad(0, 0)));
  }

  @Test
  void time_of_guests_is_not_counted_twice() {
    assertThat(CpuTimes.parse("cpu  100 0 0 100 0 0 0 0 90 0\ncpu0 1 1\n"))
        .isEqualTo(new CpuTimes(100, 0, 200));
  }

  @Test
  void clocks_of_processes_that_tick_later_than_the_machine_are_no_negative_load() {
    assertThat(HostLoad.of(new CpuTimes(10, 0, 100), 12)).isEqualTo(new HostLoad(0, 0));
  }

  @Test
  void memory_is_what_is_resident_now_and_at_most() throws IOException {
    Files.writeString(
        proc.resolve("42/status"), "Name:\tjava\nVmHWM:\t  4096 kB\nVmRSS:\t512 kB\n");

    assertThat(host.rssMebibytes(PID)).isEqualTo(0.5);
    assertThat(host.peakRssMebibytes(PID)).isEqualTo(4);
  }

  @Test
  void what_cannot_be_read_is_named() throws IOException {
    Files.writeString(proc.resolve("42/status"), "Name:\tkthreadd\n");
    machine("intr 1 2 3");

    assertThatThrownBy(() -> host.rssMebibytes(PID)).hasMessageEndingWith("expected a line VmRSS");
    assertThatThrownBy(() -> host.machine()).hasMessageContaining("intr 1 2 3");
  }

  @Test
  void a_machine_is_quiet_up_to_its_bounds() {
    assertThat(new HostLoad(5, 10).disturbance()).isEmpty();
    assertThat(new HostLoad(5.1, 0).disturbance()).hasValue("steal 5.1 % is above 5 %");
    assertThat(new HostLoad(0, 10.4).disturbance()).hasValue("foreign CPU 10.4 % is above 10 %");
  }

  private void machine(String line) throws IOException {
    Files.writeString(proc.resolve("stat"), line + "\ncpu0 9 9 9 9 9 9 9 9 9 9\nctxt 1\n");
  }

  private void process(String id, String name, long utime, long stime) throws IOException {
    process(id, name, utime, stime, 7);
  }

  private void process(String id, String name, long utime, long stime, long cutime)
      throws IOException {
    Files.createDirectories(proc.resolve(id));
    Files.writeString(
        proc.resolve(id).resolve("stat"),
        "42 "
            + name
            + " S 1 42 42 0 -1 4194560 9 9 9 9 "
            + utime
            + " "
            + stime
            + " "
            + cutime
            + " 7 20 0 1\n");
  }
}
