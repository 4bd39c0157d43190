package dev.mimokit.core.conformance;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.journal.JournalEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A hand-made journal, in seconds from an origin close to where the clock overflows. */
final class Scene {

  private static final long ORIGIN = Long.MAX_VALUE - 5_000_000_000L;
  private static final long NO_WAIT = -1;

  private final List<JournalEvent> events = new ArrayList<>();
  private long exchanges;

  /** Calls that were asked for at 0. */
  static Scene asked(String... calls) {
    Scene scene = new Scene();
    for (String call : calls) {
      scene.events.add(new JournalEvent.Asked(ORIGIN, call));
    }
    return scene;
  }

  /** An attempt that is answered 2 ms after it arrived. */
  Scene sent(String call, double atSeconds, int status) {
    return exchange(call, atSeconds, status, NO_WAIT);
  }

  /** A refusal that asks for a wait of whole seconds. */
  Scene refused(String call, double atSeconds, int retryAfterSeconds) {
    return exchange(call, atSeconds, 429, retryAfterSeconds * 1_000_000_000L);
  }

  /** An attempt that is never answered. */
  Scene hung(String call, double atSeconds) {
    events.add(received(call, atSeconds, ++exchanges));
    return this;
  }

  /** What the caller hears. */
  Scene told(String call, double atSeconds, int status, String errorClass) {
    boolean ok = errorClass.isEmpty();
    events.add(new JournalEvent.Told(nanos(atSeconds), call, ok, status, errorClass, "", false));
    return this;
  }

  /** A success with that text. */
  Scene toldText(String call, String text) {
    events.add(new JournalEvent.Told(ORIGIN, call, true, 200, "", text, false));
    return this;
  }

  /** An attempt whose answer ends before it is whole. */
  Scene brokenOff(String call, double atSeconds, double endSeconds) {
    events.add(received(call, atSeconds, ++exchanges));
    events.add(new JournalEvent.Aborted(nanos(endSeconds), exchanges, 2));
    return this;
  }

  /** An attempt with another key or body, never answered. */
  Scene resent(String call, double atSeconds, String keyHash, String bodyHash) {
    events.add(
        new JournalEvent.Received(
            nanos(atSeconds),
            ++exchanges,
            "demo",
            keyHash,
            "mimo-v2-flash",
            call,
            false,
            bodyHash));
    return this;
  }

  /** An attempt with another key, answered 2 ms after it arrived. */
  Scene sentBy(String keyHash, String call, double atSeconds, int status) {
    resent(call, atSeconds, keyHash, "b");
    if (status == 429) {
      events.add(
          new JournalEvent.Rejected(
              nanos(atSeconds), exchanges, Set.of(Cause.RPM), OptionalLong.empty()));
    }
    events.add(
        new JournalEvent.Answered(
            nanos(atSeconds + 0.002), exchanges, status, OptionalLong.empty()));
    return this;
  }

  /** An attempt that says something of itself, answered 503. */
  Scene claiming(String call, double atSeconds, OptionalLong retry, String idempotencyHash) {
    events.add(
        new JournalEvent.Received(
            nanos(atSeconds),
            ++exchanges,
            "demo",
            "k",
            "mimo-v2-flash",
            call,
            false,
            "b",
            new JournalEvent.Claims(retry, idempotencyHash)));
    events.add(new JournalEvent.Answered(nanos(atSeconds), exchanges, 503, OptionalLong.empty()));
    return this;
  }

  /** An error that exposes a wait of whole seconds. */
  Scene toldWait(String call, double atSeconds, int seconds) {
    events.add(
        new JournalEvent.Told(
            nanos(atSeconds),
            call,
            false,
            429,
            "Refused",
            "",
            false,
            OptionalLong.of(seconds * 1_000_000_000L)));
    return this;
  }

  /** What the server alone has seen of it. */
  Evidence onTheWireUntil(double endSeconds) {
    return Evidence.onTheWire(events, nanos(endSeconds));
  }

  Evidence until(double endSeconds) {
    return Evidence.of(events, nanos(endSeconds));
  }

  private Scene exchange(String call, double atSeconds, int status, long retryAfterNanos) {
    long number = ++exchanges;
    OptionalLong asked =
        retryAfterNanos == NO_WAIT ? OptionalLong.empty() : OptionalLong.of(retryAfterNanos);
    events.add(received(call, atSeconds, number));
    if (status == 429) {
      events.add(
          new JournalEvent.Rejected(nanos(atSeconds), number, Set.of(Cause.SCRIPTED), asked));
    }
    events.add(new JournalEvent.Answered(nanos(atSeconds + 0.002), number, status, asked));
    return this;
  }

  private static JournalEvent.Received received(String call, double atSeconds, long number) {
    return new JournalEvent.Received(
        nanos(atSeconds), number, "demo", "k", "mimo-v2-flash", call, false, "b");
  }

  private static long nanos(double seconds) {
    return ORIGIN + Math.round(seconds * 1e9);
  }
}
