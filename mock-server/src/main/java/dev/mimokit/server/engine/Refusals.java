package dev.mimokit.server.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the engine itself answers when no handler can. The platform documents none of these: bodies
 * in the shape of its documented errors, ASSUMED.
 */
final class Refusals {

  /** A handler threw before it answered. */
  static final Answer BROKEN_HANDLER =
      json(500, "The mock failed to answer; see its standard error", List.of());

  /** The server is being stopped. */
  static final Answer STOPPING =
      json(503, "The server is stopping", List.of(new Header("Connection", "close")));

  private Refusals() {}

  /** The request body is longer than the engine takes. */
  static Answer tooLarge(int limit) {
    return json(413, "Request body is larger than " + limit + " bytes", List.of());
  }

  private static Answer json(int status, String message, List<Header> more) {
    String body = "{\"error\":{\"code\":\"" + status + "\",\"message\":\"" + message + "\"}}";
    Header type = new Header("Content-Type", "application/json");
    return new Answer(
        status,
        Stream.concat(Stream.of(type), more.stream()).toList(),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
