package dev.mimokit.cli.program;

import dev.mimokit.core.time.NanoClock;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * One line that grows on stderr while something long goes on, and is wiped away in the end. Draws
 * at most ten times a second, and nothing at all where nobody looks. For one thread.
 */
public final class ProgressBar {

  private static final long REDRAW_NANOS = 100_000_000;
  private static final int WIDTH = 30;

  private final PrintWriter err;
  private final NanoClock clock;
  private final String what;
  private final long startNanos;
  private long drawnNanos;
  private boolean drawn;

  /** Begins now. */
  public ProgressBar(PrintWriter err, NanoClock clock, String what) {
    this.err = err;
    this.clock = clock;
    this.what = what;
    this.startNanos = clock.nanoTime();
    this.drawnNanos = startNanos;
  }

  /** Whether stderr is a terminal, as the launcher found. */
  public static boolean isWatched() {
    return Boolean.getBoolean("mimokit.terminal");
  }

  /** Shows that {@code share}, 0 to 1, of so many bytes is done. */
  public void show(double share, long bytes) {
    double perNano = share * bytes / Math.max(1, clock.nanoTime() - startNanos);
    show(share, String.format(Locale.ROOT, "%.0f MB/s", perNano * 1e3));
  }

  /** Shows that {@code share}, 0 to 1, is done, and {@code beside} it. */
  public void show(double share, String beside) {
    long now = clock.nanoTime();
    if (now - drawnNanos < REDRAW_NANOS) {
      return;
    }
    drawnNanos = now;
    drawn = true;
    int full = (int) (share * WIDTH);
    err.printf(
        Locale.ROOT,
        "\r%s [%s%s] %3.0f %% %s",
        what,
        "#".repeat(full),
        ".".repeat(WIDTH - full),
        100 * share,
        beside);
    err.flush();
  }

  /** Wipes the line. */
  public void end() {
    if (drawn) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
