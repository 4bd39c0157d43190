package dev.mimokit.server.script;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The scripts in force, at most one an account. Thread-safe. */
public final class Scripts {

  private final Map<String, ScriptRun> byAccount = new ConcurrentHashMap<>();

  /** Puts a script in force from its beginning, in place of the account's earlier one. */
  public void put(Script script) {
    byAccount.put(script.account(), new ScriptRun(script));
  }

  /** Ends an account's script; whether there was one. */
  public boolean remove(String account) {
    return byAccount.remove(account) != null;
  }

  /** Ends all scripts. */
  public void clear() {
    byAccount.clear();
  }

  /**
   * The step that answers the next attempt of a call; empty when the built-in behaviour does. A
   * call without a name is a call of its own.
   *
   * @param nowNanos when the attempt arrived, on the clock of all attempts
   */
  public Optional<Step> next(String account, String call, long nowNanos) {
    ScriptRun run = byAccount.get(account);
    return run == null ? Optional.empty() : run.next(call, nowNanos);
  }

  /** The same for scripts that do not look at the time. */
  public Optional<Step> next(String account, String call) {
    return next(account, call, 0);
  }
}
