package dev.mimokit.load.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How clients are waited for that find the mock by its address alone.
 *
 * @param urls where the addresses are written, a line a case; empty for nowhere
 * @param patienceMillis how long a first attempt is waited for
 */
public record Attachment(Optional<Path> urls, long patienceMillis) {

  /** Ten minutes, and no file. */
  public static final Attachment USUAL = new Attachment(Optional.empty(), 600_000);

  /** Refuses less than a second. */
  public Attachment {
    if (patienceMillis < 1_000) {
      throw new UsageException("attached clients need at least 1 s: " + patienceMillis + " ms");
    }
  }
}
