package dev.mimokit.load.agent;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** An answer other than 200, as a program throws it that wraps java.net.http in a retry library. */
final class HttpRefusal extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient HttpHeaders headers;

  HttpRefusal(int status, HttpHeaders headers) {
    super("HTTP " + status);
    this.status = status;
    this.headers = headers;
  }

  int status() {
    return status;
  }

  /** The header's first value, which need not be valid. */
  Optional<String> retryAfter() {
    return headers.firstValue("Retry-After");
  }

  /** What a caller learns from {@code error}, if it is one of these. */
  static Exposed exposed(Exception error) {
    return error instanceof HttpRefusal refusal
        ? Exposed.answer(refusal.status, refusal.retryAfter().map(List::of).orElse(List.of()))
        : Exposed.NOTHING;
  }
}
