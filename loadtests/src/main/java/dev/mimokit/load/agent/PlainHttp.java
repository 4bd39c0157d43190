package dev.mimokit.load.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mimokit.load.driver.DriverCall;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A chat completion over java.net.http, as one writes it by hand: one attempt, and every answer but
 * 200 is thrown. The body is read apart from the attempt, so that a retry library around the
 * attempt never repeats text that was already handed out. Thread-safe.
 */
final class PlainHttp {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data:";

  private final HttpClient http = HttpClient.newHttpClient();

  /** Makes one attempt and returns the body of its answer, not yet read. */
  InputStream attempt(DriverCall call) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request(call), HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      response.body().close();
      throw new HttpRefusal(response.statusCode(), response.headers());
    }
    return response.body();
  }

  private static HttpRequest request(DriverCall call) throws IOException {
    var body =
        Map.of(
            "model", call.model(),
            "stream", call.stream(),
            "messages", new Object[] {Map.of("role", "user", "content", call.prompt())});
    return HttpRequest.newBuilder(URI.create(call.baseUrl() + "/chat/completions"))
        .header("Authorization", "Bearer " + call.apiKey())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
        .build();
  }

  /** Reads the answer to {@code call}, text as it comes. */
  static void read(DriverCall call, InputStream body, StringBuilder text) throws IOException {
    try (body) {
      if (call.stream()) {
        readStream(body, text);
      } else {
        JsonNode whole = JSON.readTree(body);
        text.append(whole.at("/choices/0/message/content").asText(""));
      }
    }
  }

  /** A stream is whole when it said {@code [DONE]}, without an error before. */
  private static void readStream(InputStream body, StringBuilder text) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String data = line.startsWith(DATA) ? line.substring(DATA.length()).strip() : "";
      if (data.equals("[DONE]")) {
        return;
      }
      if (!data.isEmpty()) {
        take(JSON.readTree(data), text);
      }
    }
    throw new EOFException("the stream ended without [DONE]");
  }

  private static void take(JsonNode chunk, StringBuilder text) throws IOException {
    if (chunk.has("error")) {
      throw new IOException("the stream told an error: " + chunk.get("error"));
    }
    text.append(chunk.at("/choices/0/delta/content").asText(""));
  }
}
