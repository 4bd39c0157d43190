package dev.mimokit.bench.row;

/**
 * A figure that does not depend on what is measured: outside its band, the machine was not fit to
 * measure on.
 */
public record Control(String name, Spread spread, String unit, Target band) {

  /** Whether all repeats, not only the median, lie within the band. */
  public boolean withinBand() {
    return band.metBy(spread.low()) && band.metBy(spread.high());
  }
}
