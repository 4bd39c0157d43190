package dev.mimokit.bench.http;

import dev.mimokit.bench.corpus.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The chat completions that are asked for: each with a prompt and an account of its own, about 1 KB
 * in, about 1 KB out.
 *
 * <p>The accounts' quotas are so high that nothing is refused. There are as many accounts as
 * requests, so that the log of one minute is spread over them as it is on a busy server.
 */
final class Requests {

  /** A power of two. */
  static final int COUNT = 64;

  private static final int PROMPT_CHARS = 860;
  private static final int OUTPUT_TOKENS = 120;

  private Requests() {}

  /** Whole requests, ready to be written. */
  static List<byte[]> all() {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      requests.add(request(i));
    }
    return requests;
  }

  private static byte[] request(int number) {
    String prompt = Corpus.text(Corpus.Kind.EN, PROMPT_CHARS, number);
    String body =
        "{\"model\":\"mimo-v2.5-pro\",\"stream\":false,\"messages\":[{\"role\":\"user\",\"content\":\""
            + prompt
            + "\"}]}";
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
            + key(number)
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }

  private static String key(int number) {
    return "sk-bench-" + number + ".1";
  }

  /** The server's configuration for them: limits on, and high. */
  static String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("content:\n  outputTokens: ").append(OUTPUT_TOKENS).append("\naccounts:\n");
    for (int i = 0; i < COUNT; i++) {
      yaml.append("  - id: bench-").append(i);
      yaml.append("\n    keys: [\"").append(key(i)).append("\"]");
      yaml.append("\n    quota: {requestsPerMinute: 1000000, tokensPerMinute: 1000000000000}\n");
    }
    return yaml.toString();
  }
}
