package dev.mimokit.cli.program;

/** How the program ends; never in any other way on purpose. */
public final class ExitCode {

  /** What was asked for was done. */
  public static final int OK = 0;

  /** The gate, or a comparison, judged against the subject. */
  public static final int FAILED = 1;

  /** The command line, or a file it names, cannot be understood. */
  public static final int USAGE = 2;

  /**
   * No judgement: the evidence does not suffice, or the machine, a port or mimokit itself failed.
   */
  public static final int INCONCLUSIVE = 3;

  private ExitCode() {}
}
