package dev.mimokit.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.server.config.ConfigReader;
import dev.mimokit.server.config.Latency;
import dev.mimokit.server.config.ServerConfig;
import dev.mimokit.server.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamShapeTest {

  private static final Duration GAP = Duration.ofMillis(20);

  private final StreamShape shape = new StreamShape(500, 100, GAP, Duration.ofSeconds(1));

  @TempDir private Path folder = Path.of("");

  @Test
  void the_server_understands_its_configuration() throws IOException {
    Path file = Files.writeString(folder.resolve("shape.yaml"), shape.yaml());

    ServerConfig config = new ConfigReader(Profiles.load(Profiles.DEFAULT)).read(file);

    assertThat(config.latency()).hasValue(new Latency.Fixed(Duration.ofMillis(200), GAP));
    assertThat(config.outputTokens()).hasValue(96);
  }

  @Test
  void streams_begin_within_the_ramp_and_one_gap() {
    assertThat(shape.beginNanos(0)).isZero();
    assertThat(IntStream.range(0, 500).mapToLong(shape::beginNanos))
        .allMatch(begin -> 0 <= begin && begin < Duration.ofMillis(1_020).toNanos());
  }

  @Test
  void slots_fill_the_gap_evenly() {
    long[] tenths = new long[10];
    IntStream.range(0, 500)
        .mapToLong(k -> shape.beginNanos(k) % GAP.toNanos())
        .forEach(phase -> tenths[(int) (10 * phase / GAP.toNanos())]++);

    assertThat(Arrays.stream(tenths)).allMatch(streams -> 40 <= streams && streams <= 60);
  }

  @Test
  void is_named_by_its_numbers() {
    assertThat(shape.id()).isEqualTo("500x100x20ms");
    assertThat(shape.length()).isEqualTo(Duration.ofMillis(3_200));
  }

  @Test
  void refuses_a_stream_that_is_all_frame() {
    assertThatThrownBy(() -> new StreamShape(1, 4, GAP, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 x 4 x PT0.02S");
  }
}
