package dev.mimokit.core.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The definitions of the window kinds, written for reading and not for speed: every charge stands
 * in a list, and what fits at an instant is told from that list. Nothing is remembered between
 * questions but the list, from which only what is older than three windows is taken out.
 */
abstract class NaiveWindow {

  /** A charge; {@code mark} is what its kind needs to know of the instant of charging. */
  static final class Entry {
    final long at;
    final int requests;
    final long mark;
    long tokens;

    Entry(long at, int requests, long tokens, long mark) {
      this.at = at;
      this.requests = requests;
      this.tokens = tokens;
      this.mark = mark;
    }
  }

  final Quota quota;
  final long window;
  final long anchor;
  final List<Entry> entries = new ArrayList<>();

  NaiveWindow(Quota quota, long anchor) {
    this.quota = quota;
    this.window = quota.window().toNanos();
    this.anchor = anchor;
  }

  static NaiveWindow of(Quota quota, long anchor) {
    return switch (quota.windowKind()) {
      case SLIDING_LOG -> new Sliding(quota, anchor);
      case CALENDAR -> new Calendar(quota, anchor);
      case FIXED_FROM_FIRST -> new FromFirst(quota, anchor);
      case SLIDING_COUNTER -> new TwoCounters(quota, anchor);
      case TOKEN_BUCKET -> new NaiveBucket(quota, anchor);
      case SUB_WINDOWS -> new Spread(quota, anchor);
    };
  }

  /** Whether an entry is still in the window. */
  abstract boolean counts(Entry entry, long now);

  boolean requestFits(long now) {
    return requests(now) + 1 <= quota.requests();
  }

  boolean tokensFit(long now, long tokens) {
    return tokens(now) + tokens <= quota.tokens();
  }

  long mark(long now) {
    return 0;
  }

  Entry add(long now, int requests, long tokens) {
    Entry entry = new Entry(now, requests, tokens, mark(now));
    entries.removeIf(old -> now - old.at > 3 * window);
    entries.add(entry);
    return entry;
  }

  void refuse(long now) {
    add(now, 1, 0);
  }

  void settle(long now, Entry entry, long used) {
    if (counts(entry, now)) {
      entry.tokens = used;
    } else if (used > entry.tokens) {
      add(now, 0, used - entry.tokens);
    }
  }

  final long requests(long now) {
    return requestsOf(entry -> counts(entry, now));
  }

  final long tokens(long now) {
    return tokensOf(entry -> counts(entry, now));
  }

  final long requestsOf(Predicate<Entry> which) {
    long sum = 0;
    for (Entry entry : entries) {
      sum += which.test(entry) ? entry.requests : 0;
    }
    return sum;
  }

  final long tokensOf(Predicate<Entry> which) {
    long sum = 0;
    for (Entry entry : entries) {
      sum += which.test(entry) ? entry.tokens : 0;
    }
    return sum;
  }

  /** The calendar window, or the part of one, of an instant. */
  final long cell(long at, long length) {
    return Math.floorDiv(at - anchor, length);
  }

  private static final class Sliding extends NaiveWindow {
    Sliding(Quota quota, long anchor) {
      super(quota, anchor);
    }

    @Override
    boolean counts(Entry entry, long now) {
      return now - entry.at < window;
    }
  }

  private static class Calendar extends NaiveWindow {
    Calendar(Quota quota, long anchor) {
      super(quota, anchor);
    }

    @Override
    boolean counts(Entry entry, long now) {
      return cell(entry.at, window) == cell(now, window);
    }
  }

  /** A mark is the beginning of the window that was open, or was opened, at the instant. */
  private static final class FromFirst extends NaiveWindow {
    FromFirst(Quota quota, long anchor) {
      super(quota, anchor);
    }

    @Override
    long mark(long now) {
      for (Entry entry : entries) {
        if (counts(entry, now)) {
          return entry.mark;
        }
      }
      return now;
    }

    @Override
    boolean counts(Entry entry, long now) {
      return now - entry.mark < window;
    }
  }

  private static final class TwoCounters extends NaiveWindow {
    TwoCounters(Quota quota, long anchor) {
      super(quota, anchor);
    }

    @Override
    boolean counts(Entry entry, long now) {
      return age(entry, now) <= 1;
    }

    private long age(Entry entry, long now) {
      return cell(now, window) - cell(entry.at, window);
    }

    private boolean fits(long now, long earlier, long current, long limit) {
      long covered = window - Math.floorMod(now - anchor, window);
      return earlier * covered + current * window <= limit * window;
    }

    @Override
    boolean requestFits(long now) {
      long earlier = requestsOf(e -> age(e, now) == 1);
      return fits(now, earlier, requests(now) - earlier + 1, quota.requests());
    }

    @Override
    boolean tokensFit(long now, long tokens) {
      long earlier = tokensOf(e -> age(e, now) == 1);
      return fits(now, earlier, tokens(now) - earlier + tokens, quota.tokens());
    }
  }

  private static final class Spread extends Calendar {
    private final long grain;

    Spread(Quota quota, long anchor) {
      super(quota, anchor);
      this.grain = Math.min(quota.counting().grain().toNanos(), window);
    }

    @Override
    boolean requestFits(long now) {
      long near = requestsOf(e -> counts(e, now) && part(e.at) == part(now));
      double share = Math.ceil(quota.requests() * (double) grain / window);
      return super.requestFits(now) && near + 1 <= share;
    }

    private long part(long at) {
      return Math.floorMod(at - anchor, window) / grain;
    }
  }
}
