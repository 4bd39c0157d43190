package dev.mimokit.server.store;

import dev.mimokit.core.time.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Asks a gate and waits for what it says. */
final class Answers {

  /** What a gate said: a {@link Hold}, a {@link Refusal}, or neither. */
  record Said(List<Hold> hold, List<Refusal> refusal) {

    static final Said UNAVAILABLE = new Said(List.of(), List.of());

    boolean admitted() {
      return !hold.isEmpty();
    }

    Hold held() {
      return hold.get(0);
    }

    Refusal refused() {
      return refusal.get(0);
    }
  }

  private Answers() {}

  static CompletableFuture<Said> ask(QuotaGate gate, NanoClock clock, long tokens) {
    CompletableFuture<Said> said = new CompletableFuture<>();
    gate.tryAcquire(
        clock.nanoTime(),
        tokens,
        new Reception() {
          @Override
          public void admitted(Hold hold) {
            said.complete(new Said(List.of(hold), List.of()));
          }

          @Override
          public void rejected(Refusal refusal) {
            said.complete(new Said(List.of(), List.of(refusal)));
          }

          @Override
          public void unavailable() {
            said.complete(Said.UNAVAILABLE);
          }
        });
    return said.orTimeout(20, TimeUnit.SECONDS);
  }

  static Said one(QuotaGate gate, NanoClock clock, long tokens) {
    return ask(gate, clock, tokens).join();
  }

  /** Asks both gates in turn, {@code count} times in all, without waiting in between. */
  static List<Said> many(List<QuotaGate> gates, NanoClock clock, int count) {
    List<CompletableFuture<Said>> asked = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> asked.add(ask(gates.get(i % gates.size()), clock, 1)));
    return asked.stream().map(CompletableFuture::join).toList();
  }

  static long admitted(List<Said> said) {
    return said.stream().filter(Said::admitted).count();
  }
}
