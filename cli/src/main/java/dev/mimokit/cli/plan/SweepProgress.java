package dev.mimokit.cli.plan;

import dev.mimokit.cli.program.ProgressBar;
import dev.mimokit.core.time.NanoClock;
import java.io.PrintWriter;

/** A bar where somebody looks, else a line for each tenth. Calls must not overlap. */
final class SweepProgress implements AutoCloseable {

  private static final int TENTHS = 10;

  /** Fewer points are done before anybody wonders. */
  private static final int LEAST_TO_TELL = 50;

  private final PrintWriter err;
  private final int all;
  private final ProgressBar bar;
  private int tenths;

  SweepProgress(PrintWriter err, int all) {
    this.err = err;
    this.all = all;
    this.bar = new ProgressBar(err, NanoClock.system(), "sweep");
    err.printf("mimokit: sweep of %d points%n", all);
    err.flush();
  }

  /** So many points are done. */
  void done(int points) {
    if (ProgressBar.isWatched()) {
      bar.show((double) points / all, points + " of " + all);
      return;
    }
    int now = (int) ((long) points * TENTHS / all);
    if (now > tenths && all >= LEAST_TO_TELL) {
      tenths = now;
      err.printf("mimokit: %d of %d points%n", points, all);
      err.flush();
    }
  }

  @Override
  public void close() {
    bar.end();
  }
}
