package dev.mimokit.load.client;

import dev.mimokit.core.conformance.Phase;
import dev.mimokit.core.conformance.ServerScript;
import dev.mimokit.core.journal.Journal;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.cases.AdminJson;
import dev.mimokit.server.MimoPlatform;
import dev.mimokit.server.ServerOptions;
import dev.mimokit.server.engine.Handler;
import java.io.IOException;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The real mock without a socket, behind a network whose way takes 0.2 to 2 ms: what a client sees
 * over HTTP, in virtual time.
 */
final class VirtualMock implements Transport {

  /** What calls are asked for. */
  static final String MODEL = "mimo-v2.5-pro";

  private static final long NEAREST_NANOS = 200_000;
  private static final long FARTHEST_NANOS = 2_000_000;

  private final VirtualTime time;
  private final RandomGenerator random;
  private final MimoPlatform platform;
  private final Handler admin;
  private Function<Attempt, Map<String, String>> more = attempt -> Map.of();
  private long exchanges;
  private long openNanos;

  VirtualMock(VirtualTime time, RandomGenerator random) {
    this.time = time;
    this.random = random;
    this.openNanos = time.nanoTime();
    this.platform = MimoPlatform.create(ServerOptions.defaults().timedBy(time, time.wall()));
    this.admin = platform.admin(() -> {});
  }

  @Override
  public CompletableFuture<Reply> send(Attempt attempt) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    if (time.nanoTime() - openNanos < 0) {
      after(wayNanos(), () -> reply.completeExceptionally(new ConnectException("refused")));
      return reply;
    }
    after(wayNanos(), () -> platform.chat().handle(exchange(attempt, reply)));
    return reply;
  }

  private VirtualExchange exchange(Attempt attempt, CompletableFuture<Reply> reply) {
    Map<String, String> headers = new HashMap<>(more.apply(attempt));
    headers.put("authorization", "Bearer " + attempt.apiKey());
    return new VirtualExchange(
        time,
        ++exchanges,
        new VirtualExchange.Request("POST", "/v1/chat/completions", headers, attempt.body()),
        answer -> after(wayNanos(), () -> reply.complete(answer)),
        () -> after(wayNanos(), () -> reply.completeExceptionally(new IOException("dropped"))));
  }

  private long wayNanos() {
    return random.nextLong(NEAREST_NANOS, FARTHEST_NANOS);
  }

  private void after(long nanos, Runnable task) {
    var unused = time.schedule(nanos, task);
  }

  /** Attempts bring these headers too. */
  void alsoSending(Function<Attempt, Map<String, String>> headers) {
    more = headers;
  }

  /** Refuses connections for so long from now. */
  void closed(long millis) {
    openNanos = time.nanoTime() + millis * 1_000_000L;
  }

  /** Puts a script in force for an account. */
  void script(String account, ServerScript script) {
    if (!script.variants().isEmpty()) {
      admin("scripts", AdminJson.script(account, script));
    }
  }

  /** Sets an account's limiter into a phase. */
  void restore(String account, Phase phase) {
    admin("accounts/" + account + "/restore", AdminJson.restore(MODEL, phase));
  }

  private void admin(String path, String body) {
    admin.handle(
        new VirtualExchange(
            time,
            ++exchanges,
            new VirtualExchange.Request("POST", "/__mimokit/" + path, Map.of(), body),
            VirtualMock::requireDone,
            () -> {}));
  }

  private static void requireDone(Reply reply) {
    if (reply.status() / 100 != 2) {
      throw new IllegalStateException(reply.status() + ": " + reply.body());
    }
  }

  /** What the mock has seen. */
  List<JournalEvent> journal() {
    return platform.journal().after(0).stream().map(Journal.Numbered::event).toList();
  }
}
