package dev.mimokit.report.figure;

/** The kinds of answers a figure tells apart by shape; the worst for a caller last. */
enum Answer {
  SERVED("served"),
  UNANSWERED("open"),
  OTHER("other"),
  REFUSED("refused");

  private final String symbol;

  Answer(String symbol) {
    this.symbol = symbol;
  }

  /** The name of its shape. */
  String symbol() {
    return symbol;
  }

  static Answer of(int status) {
    if (status == 0) {
      return UNANSWERED;
    }
    if (status == 429) {
      return REFUSED;
    }
    return status >= 200 && status < 300 ? SERVED : OTHER;
  }
}
