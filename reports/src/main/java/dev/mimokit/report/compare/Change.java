package dev.mimokit.report.compare;

import dev.mimokit.report.read.Figure;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one figure.
 *
 * @param base its median before
 * @param head its median after
 * @param effect absent where no statistics are needed or possible
 * @param why the kind, in words; empty where nothing needs to be said
 */
public record Change(
    Figure figure, double base, double head, Optional<Effect> effect, Kind kind, String why) {

  /** How a change is judged. */
  public enum Kind {
    /** Worse by more than the threshold, and not by chance. */
    REGRESSED,
    /** Better by more than the threshold, and not by chance. */
    IMPROVED,
    /** Neither. */
    SAME,
    /** Nothing can be said. */
    UNJUDGED;

    /**
     * The word people read: {@code regressed}, {@code improved}, {@code same}, {@code unjudged}.
     */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The figure's name. */
  public String name() {
    return figure.name();
  }

  /** Head by base; not a number where both are 0. */
  public double ratio() {
    return head / base;
  }
}
