package dev.mimokit.load.agent;

import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import dev.mimokit.load.driver.DriverFormatException;
import dev.mimokit.load.driver.DriverProtocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The driver's side of the protocol: reads calls, starts each at once, and writes every answer as
 * one line as soon as it is told, also when a call is told twice. Ends when the input has ended and
 * all calls are answered, at the latest {@code grace} after the input has ended.
 */
public final class DriverLoop {

  /** How long the runner waits after it has closed the input (driver protocol). */
  private static final long GRACE_MILLIS = 2_000;

  private final Agent agent;
  private final PrintStream answers;
  private final PrintStream log;
  private final Phaser unanswered = new Phaser(1);

  /** A loop that writes answers to {@code answers} and everything else to {@code log}. */
  public DriverLoop(Agent agent, PrintStream answers, PrintStream log) {
    this.agent = agent;
    this.answers = answers;
    this.log = log;
  }

  /**
   * Runs {@code agent} on this process's streams and ends the process. Whatever a client prints
   * goes to standard error: nothing but answers may reach standard output.
   */
  public static void runAndExit(Agent agent) {
    PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    DriverLoop loop = new DriverLoop(agent, answers, System.err);
    System.exit(loop.serve());
  }

  private int serve() {
    try {
      run(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return 0;
    } catch (IOException e) {
      log.println("cannot read calls: " + e.getMessage());
      return 3;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 3;
    }
  }

  /** Serves every call of {@code input}, then waits for the answers that are still missing. */
  public void run(Reader input) throws IOException, InterruptedException {
    BufferedReader lines = new BufferedReader(input);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        take(line);
      }
    }
    try {
      unanswered.awaitAdvanceInterruptibly(
          unanswered.arrive(), GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.println("the input ended with " + unanswered.getUnarrivedParties() + " calls open");
    }
  }

  private void take(String line) {
    try {
      start(DriverProtocol.readCall(line));
    } catch (DriverFormatException e) {
      log.println("call not understood: " + e.getMessage());
    }
  }

  private void start(DriverCall call) {
    AtomicBoolean open = new AtomicBoolean(true);
    unanswered.register();
    try {
      agent.start(call, answer -> told(answer, open));
    } catch (RuntimeException e) {
      told(broken(call, e), open);
    }
  }

  private static DriverAnswer broken(DriverCall call, RuntimeException e) {
    String type = e.getClass().getSimpleName();
    return new DriverAnswer(call.job(), false, "", false, type, 0, OptionalDouble.empty(), 0);
  }

  private void told(DriverAnswer answer, AtomicBoolean open) {
    write(DriverProtocol.line(answer));
    if (open.getAndSet(false)) {
      unanswered.arriveAndDeregister();
    }
  }

  private synchronized void write(String line) {
    answers.print(line + "\n");
    answers.flush();
  }
}
