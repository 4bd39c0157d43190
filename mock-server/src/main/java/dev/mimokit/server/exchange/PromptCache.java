package dev.mimokit.server.exchange;

import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Tool;
import dev.mimokit.server.call.Turn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which beginnings of conversations were sent before, whole turns at a time: the platform
 * has such a cache and says nothing of its rules, so all of this is ASSUMED. Bounded; thread-safe.
 *
 * <pre>
 *   first   system A, user B               knows nothing, remembers A and A B
 *   second  system A, user B, answer, C    knows A B: two turns
 *   third   system A, user D               knows A: one turn
 * </pre>
 */
public final class PromptCache {

  /** Beginnings remembered by one server, 16 B and their links each. */
  private static final int MOST = 65_536;

  /** Of one conversation its last ones, so that a long one does not push out all others. */
  private static final int LATEST = 64;

  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  private final Map<Long, Boolean> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /**
   * How many turns at the beginning of {@code ask} were sent before to the same model by the same
   * account; from now on all its beginnings were.
   */
  int turns(String account, String model, Ask ask) {
    long[] beginnings = beginnings(account, model, ask);
    synchronized (known) {
      int turns = beginnings.length;
      while (turns > 0 && known.get(beginnings[turns - 1]) == null) {
        turns--;
      }
      for (int i = Math.max(0, beginnings.length - LATEST); i < beginnings.length; i++) {
        known.put(beginnings[i], true);
      }
      return turns;
    }
  }

  /** Forgets everything. */
  public void clear() {
    synchronized (known) {
      known.clear();
    }
  }

  private static long[] beginnings(String account, String model, Ask ask) {
    long hash = mix(mix(BASIS, account), model);
    if (ask.task() instanceof Task.Talk talk) {
      for (Tool tool : talk.tools()) {
        hash = mix(hash, tool.definition());
      }
    }
    List<Turn> turns = ask.turns();
    long[] beginnings = new long[turns.size()];
    for (int i = 0; i < beginnings.length; i++) {
      Turn turn = turns.get(i);
      hash = mix(mix(hash, turn.role()), turn.text());
      hash = mix(hash, turn.media().toString());
      beginnings[i] = hash;
    }
    return beginnings;
  }

  /** FNV-1a over UTF-16 units, with an end. */
  private static long mix(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ 0xFFFFFF) * PRIME;
  }
}
