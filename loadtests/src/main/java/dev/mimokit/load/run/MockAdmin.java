package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Phase;
import dev.mimokit.core.conformance.ServerScript;
import dev.mimokit.core.journal.JournalCodec;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.cases.AdminJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The mock's admin address as methods. Thread-safe. */
final class MockAdmin {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI root;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  MockAdmin(URI root) {
    this.root = root;
  }

  URI root() {
    return root;
  }

  /** Base URL of the OpenAI-compatible surface. */
  String baseUrl() {
    return root + "/v1";
  }

  URI restoreUrl(String account) {
    return URI.create(root + "/__mimokit/accounts/" + account + "/restore");
  }

  boolean healthy() throws InterruptedException {
    try {
      return get("/__mimokit/health").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Puts a script in force for an account. */
  void script(String account, ServerScript script) throws IOException, InterruptedException {
    post(URI.create(root + "/__mimokit/scripts"), AdminJson.script(account, script));
  }

  /** Sets an account's limiter into a phase. */
  void restore(String account, Phase phase) throws IOException, InterruptedException {
    post(restoreUrl(account), restoreBody(phase));
  }

  /** The body that sets a limiter into a phase. */
  static String restoreBody(Phase phase) {
    return AdminJson.restore(GateOptions.MODEL, phase);
  }

  /** All events of an account that are still remembered. */
  List<JournalEvent> journal(String account) throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/__mimokit/journal?account=" + account + "&after=0");
    if (answer.statusCode() != 200) {
      throw new IOException("the mock's journal answered " + answer.statusCode());
    }
    List<JournalEvent> events = new ArrayList<>();
    for (String line : answer.body().lines().toList()) {
      events.add(JournalCodec.read(line).event());
    }
    return events;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private void post(URI target, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "the mock refused "
              + target.getPath()
              + " with "
              + answer.statusCode()
              + ": "
              + answer.body().strip());
    }
  }
}
