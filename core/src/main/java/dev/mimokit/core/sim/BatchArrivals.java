package dev.mimokit.core.sim;

/** All requests at 0. */
final class BatchArrivals implements Arrivals {

  private long left;

  BatchArrivals(long jobs) {
    left = jobs;
  }

  @Override
  public long next() {
    return left-- > 0 ? 0 : NONE;
  }
}
