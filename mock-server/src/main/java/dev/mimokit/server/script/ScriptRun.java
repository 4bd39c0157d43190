package dev.mimokit.server.script;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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

  ScriptRun(Script script) {
    this.script = script;
  }

  synchronized Optional<Step> next(String call) {
    Progress progress = progress(call);
    return script.step(progress.variant, progress.attempts++);
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
