package dev.mimokit.core.pace;

/**
 * What a busy server does to its answers: the page says that "response delays or 429" follow when
 * load is high, and prints no figure, so every knob is ASSUMED. Pure and immutable.
 *
 * <pre>
 *   answers in flight   1 ... knee ......... line.from ............ refuseAbove   more
 *   pace                full  slower by slope for each above the knee             429
 *   wait before TTFT    none                  so long for each place              -
 * </pre>
 *
 * An answer keeps the pressure under which it began. With pacing off only the line is felt.
 *
 * @param knee answers in flight at full speed; at least 0
 * @param ttftSlope share of the TTFT that each answer above the knee adds, such as 0.1
 * @param interTokenSlope share of the gap between tokens that each answer above the knee adds
 * @param refuseAbove answers in flight above this number are refused; at least 1
 */
public record ServerLoad(
    int knee, double ttftSlope, double interTokenSlope, WaitingLine line, int refuseAbove) {

  /** Load changes nothing. */
  public static final ServerLoad NONE =
      new ServerLoad(Integer.MAX_VALUE, 0, 0, WaitingLine.NONE, Integer.MAX_VALUE);

  /** Refuses negative knobs and a server that refuses everything. */
  public ServerLoad {
    if (knee < 0 || refuseAbove < 1) {
      throw new IllegalArgumentException(
          "knee must be at least 0 and refuseAbove at least 1: " + knee + ", " + refuseAbove);
    }
    requireSlope("ttftSlope", ttftSlope);
    requireSlope("interTokenSlope", interTokenSlope);
  }

  /** Whether one more answer may begin when that many are in flight already. */
  public boolean admits(int inFlight) {
    return inFlight < refuseAbove;
  }

  /** What the {@code inFlight}-th answer feels, itself counted. */
  public Pressure pressure(int inFlight) {
    int above = Math.max(0, inFlight - knee);
    return new Pressure(
        1 + ttftSlope * above, 1 + interTokenSlope * above, line.waitNanos(inFlight));
  }

  private static void requireSlope(String name, double slope) {
    if (!(slope >= 0 && slope < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be at least 0: " + slope);
    }
  }
}
