package dev.mimokit.server.script;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A script and how far each call has come in it. Thread-safe. */
final class ScriptRun {

  /** Calls remembered; later new ones are taken as calls of one attempt each. */
  private static final int MOST_CALLS = 100_000;

  private static final class Progress {
    private final int variant;
    private long attempts;

    Progress(int variant) {
      this.variant = variant;
    }
  }

  private final Script script;
  private final Map<String, Progress> calls = new HashMap<>();
  private long begun;
  private OptionalLong firstNanos = OptionalLong.empty();

  ScriptRun(Script script) {
    this.script = script;
  }

  /** {@code nowNanos} is when the attempt arrived. */
  synchronized Optional<Step> next(String call, long nowNanos) {
    Progress progress = progress(call);
    long attempt = progress.attempts++;
    String drawnFor = call.isEmpty() ? "unnamed " + begun : call;
    long position = script.isTimed() ? sinceFirst(nowNanos) : attempt;
    return script.step(progress.variant, position, script.draw(drawnFor, attempt));
  }

  /** Attempts that overtook the first one count as if they had come with it. */
  private long sinceFirst(long nowNanos) {
    long first = firstNanos.orElse(nowNanos);
    firstNanos = OptionalLong.of(first);
    return Math.max(0, nowNanos - first);
  }

  private Progress progress(String call) {
    Progress known = calls.get(call);
    if (known != null) {
      return known;
    }
    Progress begins = new Progress((int) (begun++ % script.variants().size()));
    if (!call.isEmpty() && calls.size() < MOST_CALLS) {
      calls.put(call, begins);
    }
    return begins;
  }
}
