package dev.mimokit.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the server itself, with the configuration that the probe gives it. */
class ClosedLoopTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void every_connection_is_answered_and_nothing_is_refused() throws IOException {
    try (MimoServer server = start();
        ClosedLoop loop = new ClosedLoop(server.port(), Requests.all(), NanoClock.system())) {
      assertThat(loop.run(Duration.ZERO)).isEqualTo(32);
      assertThat(loop.run(Duration.ZERO)).isEqualTo(32);
    }
  }

  @Test
  void a_refusal_ends_it() throws IOException {
    byte[] stranger =
        new String(Requests.all().get(0), StandardCharsets.US_ASCII)
            .replace("Bearer sk-", "Bearer no-")
            .getBytes(StandardCharsets.US_ASCII);
    try (MimoServer server = start();
        ClosedLoop loop = new ClosedLoop(server.port(), List.of(stranger), NanoClock.system())) {
      assertThatThrownBy(() -> loop.run(Duration.ZERO)).hasMessageContaining("HTTP/1.1 401");
    }
  }

  @Test
  void an_exchange_is_about_a_kilobyte_each_way() throws IOException {
    try (MimoServer server = start()) {
      byte[] request = Requests.all().get(7);

      assertThat(request.length).isBetween(900, 1_300);
      assertThat(OneRequest.body(server.port(), request).length).isBetween(800, 1_300);
    }
  }

  private MimoServer start() throws IOException {
    Path config = Files.writeString(folder.resolve("serve.yaml"), Requests.yaml());
    return MimoServer.start(
        ServerOptions.defaults().listeningOn("127.0.0.1", 0).configuredBy(config));
  }
}
