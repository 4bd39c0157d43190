package dev.mimokit.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.bench.http.CountingMode;
import dev.mimokit.bench.process.Launcher;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.core.time.NanoClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProbesTest {

  private static final List<String> BROKEN = List.of("sh", "-c", "echo no room; exit 3");

  @TempDir private Path work = Path.of("");

  @Test
  void what_cannot_be_started_is_skipped_with_its_last_words() throws InterruptedException {
    Launcher launcher = new Launcher(BROKEN, work, NanoClock.system());
    List<CountingMode> modes = List.of(new CountingMode("default", List.of(), true));

    Findings findings =
        new Probes(launcher, modes, line -> {})
            .run(new BenchOptions(List.of(Suite.STREAMS, Suite.HTTP), true, work));

    assertThat(findings.skipped())
        .containsExactly(
            "streams: a server ended with status 3: no room",
            "http: a server ended with status 3: no room");
    assertThat(findings.sound()).isFalse();
  }
}
