package dev.mimokit.core.sim;

/** Independent gaps of mean 1. */
interface Gaps {

  double next(Draws draws);

  static Gaps even() {
    return draws -> 1;
  }

  static Gaps exponential() {
    return Draws::exponential;
  }

  static Gaps gamma(double cv) {
    double shape = 1 / (cv * cv);
    return draws -> draws.gamma(shape) / shape;
  }

  static Gaps weibull(double cv) {
    double shape = Weibull.shape(cv);
    double mean = Weibull.mean(shape);
    return draws -> draws.weibull(shape) / mean;
  }
}
