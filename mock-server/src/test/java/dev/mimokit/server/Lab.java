package dev.mimokit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.journal.Journal;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.core.time.ManualClock;
import dev.mimokit.server.engine.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A platform on a manual clock, and short ways to ask it. Both clocks move together. */
final class Lab {

  static final String PRO = "mimo-v2.5-pro";
  static final String FLASH = "mimo-v2-flash";

  /** 2026-11-23T20:26:40Z, a whole minute less 20 s. */
  private static final long WALL_MILLIS = 1_795_465_600_000L;

  private final ManualClock clock = new ManualClock(Long.MAX_VALUE - 3_000_000_000L);
  private final long startNanos = clock.nanoTime();
  private final MimoPlatform platform;
  private final List<Route> routes;
  private long sequence;

  Lab() {
    this(ServerOptions.defaults());
  }

  Lab(ServerOptions options) {
    this(options, WALL_MILLIS);
  }

  /** On another day. */
  Lab(ServerOptions options, long wallMillis) {
    platform =
        MimoPlatform.create(
            options.timedBy(clock, () -> wallMillis + (clock.nanoTime() - startNanos) / 1_000_000));
    routes = platform.routes(() -> {});
  }

  static String body(String model, String prompt) {
    return "{\"model\":\""
        + model
        + "\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + prompt
        + "\"}]}";
  }

  static String streamed(String body) {
    return "{\"stream\":true," + body.substring(1);
  }

  /** A body with more fields before the model. */
  static String with(String fields, String body) {
    return "{" + fields + "," + body.substring(1);
  }

  FakeExchange chat(String key, String body) {
    return chat(Map.of("api-key", key), body.getBytes(StandardCharsets.UTF_8));
  }

  FakeExchange chat(Map<String, String> headers, byte[] body) {
    return send("POST", "/v1/chat/completions", headers, body);
  }

  FakeExchange get(String target) {
    return send("GET", target, Map.of("api-key", "sk-demo"), new byte[0]);
  }

  FakeExchange post(String target, String body) {
    return send("POST", target, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  FakeExchange send(String method, String target, Map<String, String> headers, byte[] body) {
    FakeExchange exchange =
        new FakeExchange(++sequence, clock, method, target, new HashMap<>(headers), body);
    routes.stream()
        .filter(route -> route.matches(method, exchange.path()))
        .findFirst()
        .orElseThrow()
        .handler()
        .handle(exchange);
    return exchange;
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  MimoPlatform platform() {
    return platform;
  }

  long now() {
    return clock.nanoTime();
  }

  /** Tokens charged to an account for {@link #PRO} now. */
  long tokens(String account) {
    return platform
        .accounts()
        .find(account)
        .orElseThrow()
        .use(0)
        .limiter()
        .snapshot(now())
        .tokens();
  }

  /** Tokens charged to an account for a model now. */
  long tokens(String account, String model) {
    return platform
        .accounts()
        .find(account)
        .orElseThrow()
        .use(Catalog.load(Catalog.DEFAULT_REVISION).indexOf(model))
        .limiter()
        .snapshot(now())
        .tokens();
  }

  /** The completion an answer says it was. */
  long completion(FakeExchange exchange) {
    Matcher tokens = Pattern.compile("\"completion_tokens\":([0-9]+)").matcher(exchange.text());
    assertThat(tokens.find()).isTrue();
    return Long.parseLong(tokens.group(1));
  }

  /** The total an answer says it used. */
  long usage(FakeExchange exchange) {
    Matcher total = Pattern.compile("\"total_tokens\":([0-9]+)").matcher(exchange.text());
    assertThat(total.find()).isTrue();
    return Long.parseLong(total.group(1));
  }

  /** The journal so far, one short word an event. */
  List<String> journal() {
    return platform.journal().after(0).stream()
        .map(Journal.Numbered::event)
        .map(Lab::word)
        .toList();
  }

  private static String word(JournalEvent event) {
    if (event instanceof JournalEvent.Rejected rejected) {
      return "Rejected" + rejected.causes();
    }
    if (event instanceof JournalEvent.Answered answered) {
      return "Answered " + answered.status();
    }
    return event.getClass().getSimpleName();
  }
}
