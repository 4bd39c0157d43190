package dev.mimokit.server.wire;

import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.wire.PlatformError.Emitter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The platform's errors. Bodies are OBSERVED on the real service between 2026-04 and 2026-09 unless
 * the method says ASSUMED, which means: the status or the case is known, its body is not.
 */
public final class PlatformErrors {

  private static final String INCORRECT = "Param Incorrect";
  private static final int LONGEST_ECHO = 1_000;

  /** 429: RPM, TPM, concurrency or load; the body is the same for all. */
  public static final PlatformError LIMITATION =
      new PlatformError(429, Emitter.GATEWAY, "429", "Too many requests", "", "limitation");

  /** 401: missing, wrong or mixed-up key. */
  public static final PlatformError INVALID_KEY =
      new PlatformError(
          401,
          Emitter.KEY_CHECK,
          "401",
          "Invalid API Key",
          "Please provide valid API Key",
          "invalid_key");

  /** 404: an image was sent to a model that reads text only. */
  public static final PlatformError NO_IMAGE_INPUT = noInput("image");

  /** 404: sound was sent to a model that does not hear. ASSUMED: in the manner of images. */
  public static final PlatformError NO_AUDIO_INPUT = noInput("audio").as(ErrorCase.NO_AUDIO_INPUT);

  /** 404: a film was sent to a model that does not see. ASSUMED: in the manner of images. */
  public static final PlatformError NO_VIDEO_INPUT = noInput("video").as(ErrorCase.NO_VIDEO_INPUT);

  /** 404 for a path that is not served. ASSUMED body: only the status was seen. */
  public static final PlatformError NO_SUCH_PATH =
      new PlatformError(404, Emitter.ROUTER, "404", "Not Found", "", "").as(ErrorCase.NO_SUCH_PATH);

  /** 405 for a known path under another method, where a switch wants it so. ASSUMED body. */
  public static final PlatformError OTHER_METHOD =
      new PlatformError(405, Emitter.ROUTER, "405", "Method Not Allowed", "", "");

  /** 400: the body is no JSON object. ASSUMED: the platform's answer was never recorded. */
  public static final PlatformError BAD_JSON =
      incorrect("The request body is not a JSON object").as(ErrorCase.BAD_JSON);

  /** 503: this server holds as many busy accounts as it can. ASSUMED body. */
  public static final PlatformError FULL =
      new PlatformError(
          503, Emitter.ROUTER, "503", "mimokit holds as many accounts as it can", "", "");

  /** 503: the store of quotas cannot be asked, and nobody may pass meanwhile. ASSUMED body. */
  public static final PlatformError STORE_AWAY =
      new PlatformError(
          503, Emitter.ROUTER, "503", "mimokit cannot reach its store of quotas", "", "");

  /** 421: moderation; one client reported HTTP 400 with this body. */
  public static final PlatformError MODERATED =
      new PlatformError(
          421,
          Emitter.BACKEND,
          "421",
          "Moderation Block",
          "The request was rejected because it was considered high risk",
          "content_filter");

  private static final Map<String, PlatformError> BY_NAME = byName();

  private PlatformErrors() {}

  /**
   * 400 with what is wrong in {@code param}. The form was observed, the caller's text for {@code
   * param} is ASSUMED.
   */
  public static PlatformError incorrect(String param) {
    return seen(param).as(ErrorCase.WRONG_FIELD);
  }

  /** 400 with a text for {@code param} that was observed. */
  public static PlatformError seen(String param) {
    return new PlatformError(400, Emitter.BACKEND, "400", INCORRECT, param, "");
  }

  /** 400 of some case that was never seen, with what is wrong in {@code param}. */
  public static PlatformError incorrect(String param, ErrorCase kind) {
    return incorrect(param).as(kind);
  }

  /**
   * 400 of the request validator for a number outside its range. ASSUMED: in the manner of the one
   * that was observed, with the words of the library that wrote it.
   *
   * @param least whether {@code bound} is the least the field may be, else the most
   */
  public static PlatformError outOfRange(String field, String value, double bound, boolean least) {
    String what = least ? "greater" : "less";
    String message =
        "[{'type': '%s_than_equal', 'loc': ('body', '%s'), 'msg': 'Input should be %s than or equal to %s', 'input': %s, 'ctx': {'%s': %s}}]"
            .formatted(what, field, what, bound, echo(value), least ? "ge" : "le", bound);
    return new PlatformError(400, Emitter.BACKEND, "400", message, "", "Bad Request")
        .as(ErrorCase.OUT_OF_RANGE);
  }

  /** 400: a model id that is not in the catalogue. */
  public static PlatformError unknownModel(String model) {
    return seen("Not supported model " + echo(model));
  }

  /** 400: the web search tool without the plugin that allows it. */
  public static PlatformError webSearchOff() {
    return seen("web search tool found in the request body, but webSearchEnabled is false");
  }

  private static PlatformError noInput(String kind) {
    return new PlatformError(
        404, Emitter.ROUTER, "404", "No endpoints found that support " + kind + " input", "", "");
  }

  /** 400: more completion tokens asked for than the model can answer. */
  public static PlatformError tooManyTokens(String asked, long max) {
    return seen(
        "max_completion_tokens is too large: "
            + asked
            + ". This model supports at most "
            + max
            + " completion tokens, whereas you provided "
            + asked
            + ".");
  }

  /** 400: the prompt leaves no room in the context. ASSUMED: no capture exists. */
  public static PlatformError tooLong(long tokens, long context) {
    return incorrect(
        "This model's maximum context length is "
            + context
            + " tokens, however the request needs "
            + tokens
            + " tokens.",
        ErrorCase.CONTEXT_OVERFLOW);
  }

  /** 400 of the request validator: {@code reasoning_effort} is none of its three words. */
  public static PlatformError reasoningEffort(String value) {
    String message =
        "[{'type': 'literal_error', 'loc': ('body', 'reasoning_effort'), 'msg': \"Input should be"
            + " 'low', 'medium' or 'high'\", 'input': '"
            + echo(value)
            + "', 'ctx': {'expected': \"'low', 'medium' or 'high'\"}}]";
    return new PlatformError(400, Emitter.BACKEND, "400", message, "", "Bad Request");
  }

  /** 400: an assistant turn with tool calls came back without its reasoning. */
  public static PlatformError reasoningMissing() {
    return seen("The reasoning_content in the thinking mode must be passed back to the API.");
  }

  /** 501 of this server, never of the platform: {@code feature} is real but not mocked yet. */
  public static PlatformError notMocked(String feature) {
    return new PlatformError(
        501,
        Emitter.ROUTER,
        "501",
        "mimokit does not mock " + feature + " yet",
        feature,
        "not_mocked");
  }

  /** The error a script names; empty when there is none of that name. */
  public static Optional<PlatformError> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The names {@link #named} knows. */
  public static String names() {
    return String.join(", ", BY_NAME.keySet());
  }

  /** The platform's body for a status; a compact ASSUMED one where none was seen. */
  public static PlatformError of(int status) {
    return BY_NAME.values().stream()
        .filter(error -> error.status() == status)
        .findFirst()
        .orElseGet(() -> assumed(status));
  }

  private static PlatformError assumed(int status) {
    String message =
        switch (status) {
          case 408 -> "Request Timeout";
          case 409 -> "Conflict";
          case 422 -> "Unprocessable Entity";
          case 500 -> "Internal Server Error";
          case 502 -> "Bad Gateway";
          case 503 -> "Service Unavailable";
          case 504 -> "Gateway Timeout";
          case 529 -> "Overloaded";
          default -> "Error";
        };
    ErrorCase kind =
        switch (status) {
          case 500 -> ErrorCase.SERVER_ERROR;
          case 503 -> ErrorCase.OVERLOADED;
          default -> ErrorCase.SEEN;
        };
    return new PlatformError(status, Emitter.ROUTER, String.valueOf(status), message, "", "")
        .as(kind);
  }

  private static Map<String, PlatformError> byName() {
    Map<String, PlatformError> names = new LinkedHashMap<>();
    names.put("limitation", LIMITATION);
    names.put(
        "quota_exhausted",
        new PlatformError(429, Emitter.GATEWAY, "429", "quota exhausted", "", "limitation"));
    names.put("invalid_key", INVALID_KEY);
    names.put(
        "insufficient_balance",
        new PlatformError(
            402,
            Emitter.GATEWAY,
            "402",
            "Insufficient account balance",
            "",
            "insufficient_balance",
            ErrorCase.INSUFFICIENT_BALANCE));
    names.put(
        "illegal_access",
        new PlatformError(403, Emitter.GATEWAY, "403", "Illegal access", "", "illegal_access"));
    names.put("param_incorrect", incorrect(""));
    names.put("content_filter", MODERATED);
    names.put("not_found", NO_SUCH_PATH);
    names.put(
        "upstream_funds",
        new PlatformError(
            402,
            Emitter.ROUTER,
            "402",
            "Upstream request failed: Insufficient account funds",
            "",
            "server_error"));
    names.put(
        "risk_control",
        new PlatformError(
            400, Emitter.GATEWAY, "441", "Request blocked by risk control", "", "risk_control"));
    return names;
  }

  private static String echo(String text) {
    return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
  }
}
