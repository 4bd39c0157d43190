import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A driver for {@code mimokit gate --client "java -cp 'lib/*' Driver.java"}; needs Jackson. */
class Driver {
  static final ObjectMapper JSON = new ObjectMapper();
  static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Makes one call with your client and notes in told what it tells; throws what it throws. */
  static void ask(JsonNode call, ObjectNode told) throws Exception {
    var message = Map.of("role", "user", "content", call.get("prompt").asText());
    var body = Map.of("model", call.get("model").asText(), "messages", List.of(message));
    var request =
        HttpRequest.newBuilder(URI.create(call.get("baseUrl").asText() + "/chat/completions"))
            .header("Authorization", "Bearer " + call.get("apiKey").asText())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    var response = HTTP.send(request.build(), BodyHandlers.ofString());
    told.put("status", response.statusCode());
    response.headers().firstValue("Retry-After").filter(value -> value.matches("[0-9]+"))
        .ifPresent(value -> told.put("retryAfter", Double.parseDouble(value)));
    if (response.statusCode() != 200) {
      throw new IOException("HTTP " + response.statusCode());
    }
    told.put("text", JSON.readTree(response.body()).at("/choices/0/message/content").asText());
  }

  static void serve(JsonNode call) {
    long start = System.nanoTime();
    var told = JSON.createObjectNode().put("job", call.get("job").asText()).put("ok", true);
    told.put("status", 0).put("text", "").put("errorClass", "").put("partial", false);
    try {
      ask(call, told);
    } catch (Exception e) {
      told.put("ok", false).put("errorClass", e.getClass().getSimpleName());
    }
    System.out.println(told.put("ms", (System.nanoTime() - start) / 1_000_000));
  }

  public static void main(String[] arguments) throws IOException {
    var threads = Executors.newCachedThreadPool();
    var calls = new BufferedReader(new InputStreamReader(System.in));
    for (String line = calls.readLine(); line != null; line = calls.readLine()) {
      var call = JSON.readTree(line);
      threads.execute(() -> serve(call));
    }
    threads.shutdown();
  }
}
