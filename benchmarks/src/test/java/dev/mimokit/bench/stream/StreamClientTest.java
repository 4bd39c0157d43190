package dev.mimokit.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the server itself: who counts otherwise than it speaks would measure nothing. */
class StreamClientTest {

  private final StreamShape shape =
      new StreamShape(3, 6, Duration.ofMillis(1), Duration.ofMillis(1));

  @TempDir private Path folder = Path.of("");

  @Test
  void sees_every_event_of_every_stream() throws IOException {
    Punctuality seen = streams(shape.yaml());

    assertThat(seen.complaint()).isEmpty();
    assertThat(seen.completed()).isEqualTo(3);
    assertThat(seen.early()).isZero();
  }

  @Test
  void a_refused_stream_is_counted_and_the_others_go_on() throws IOException {
    Punctuality seen =
        streams(shape.yaml() + "accounts:\n  - {id: a, keys: [sk-a]}\nstrictKeys: true\n");

    assertThat(seen.completed()).isZero();
    assertThat(seen.complaint())
        .hasValue("3 streams broke off, the first: expected a 200, got HTTP/1.1 401");
  }

  private Punctuality streams(String yaml) throws IOException {
    Path config = Files.writeString(folder.resolve("serve.yaml"), yaml);
    ServerOptions options =
        ServerOptions.defaults().listeningOn("127.0.0.1", 0).configuredBy(config);
    try (MimoServer server = MimoServer.start(options);
        StreamClient client = new StreamClient(shape, server.port(), NanoClock.system())) {
      return client.run();
    }
  }
}
