package dev.mimokit.load.run;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import dev.mimokit.load.driver.DriverFormatException;
import dev.mimokit.load.driver.DriverProtocol;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A client under test as a process: calls go to its standard input, answers come from its standard
 * output in any order, each to the book that asked. Thread-safe; never blocks a caller of {@link
 * #send}.
 */
final class DriverProcess implements AutoCloseable {

  private static final long LAST_WORDS_MILLIS = 1_000;
  private static final int LAST_WORDS = 300;
  private static final long GRACE_MILLIS = 2_000;

  private final Process process;
  private final ProcessKeeper keeper;
  private final NanoClock clock;
  private final Misconduct misconduct;
  private final Map<String, CallBook> books = new ConcurrentHashMap<>();
  private final ExecutorService writing = Executors.newSingleThreadExecutor(daemon("driver-in"));
  private final Thread reading;
  private final Thread listening;
  private volatile String lastWords = "";
  private volatile Optional<String> death = Optional.empty();

  private DriverProcess(
      Process process, ProcessKeeper keeper, NanoClock clock, Consumer<String> warnings) {
    this.process = process;
    this.keeper = keeper;
    this.clock = clock;
    this.misconduct = new Misconduct(warnings);
    this.reading = daemon("driver-out").newThread(this::readAnswers);
    this.listening = daemon("driver-err").newThread(this::readErrors);
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  static DriverProcess start(
      AgentCommand agent, ProcessKeeper keeper, NanoClock clock, Consumer<String> warnings)
      throws IOException {
    Process process = keeper.start(new ProcessBuilder(agent.command()));
    DriverProcess driver = new DriverProcess(process, keeper, clock, warnings);
    driver.listening.start();
    driver.reading.start();
    var unused = process.onExit().thenRunAsync(driver::bury);
    return driver;
  }

  /** Notes the call in {@code book} and sends it. */
  void send(DriverCall call, CallBook book) {
    books.put(call.job(), book);
    book.asked(call.job(), clock.nanoTime());
    if (death.isPresent()) {
      book.abandon();
      return;
    }
    writing.execute(() -> write(DriverProtocol.line(call)));
  }

  private void write(String line) {
    try {
      BufferedWriter in =
          new BufferedWriter(
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
      in.write(line);
      in.write('\n');
      in.flush();
    } catch (IOException e) {
      // The driver no longer reads; the end of its output tells the rest.
      lastWords = lastWords.isEmpty() ? "it no longer reads: " + e.getMessage() : lastWords;
    }
  }

  private void readAnswers() {
    new DriverLines(
            this::take, () -> misconduct.note("a line of more than a million characters came"))
        .read(process.getInputStream());
    die();
  }

  /** What it has started may hold its output open; nobody answers all the same. */
  private void bury() {
    try {
      reading.join(LAST_WORDS_MILLIS);
      die();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(String line) {
    long now = clock.nanoTime();
    try {
      DriverAnswer answer = DriverProtocol.readAnswer(line);
      CallBook book = books.get(answer.job());
      if (book == null) {
        misconduct.note("the driver answered a job that was never asked: " + answer.job());
      } else {
        book.told(answer, now);
      }
    } catch (DriverFormatException e) {
      misconduct.note(String.valueOf(e.getMessage()));
    }
  }

  private void readErrors() {
    new DriverLines(
            line -> {
              if (!line.isBlank()) {
                String said = line.strip();
                lastWords = said.substring(0, Math.min(said.length(), LAST_WORDS));
              }
            },
            () -> lastWords = "a line of more than a million characters")
        .read(process.getErrorStream());
  }

  private synchronized void die() {
    if (death.isEmpty()) {
      death = Optional.of("the driver ended: " + status() + words());
    }
    books.values().forEach(CallBook::abandon);
  }

  private String status() {
    try {
      return process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)
          ? "exit status " + process.exitValue()
          : "it closed its output and went on";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private String words() {
    try {
      listening.join(LAST_WORDS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return lastWords.isEmpty() ? "" : ", " + lastWords;
  }

  /** What it wrote that is no answer. */
  Misconduct misconduct() {
    return misconduct;
  }

  /** Why it answers no more; empty while it may. */
  Optional<String> death() {
    return death;
  }

  /** Forgets nobody, closes its input, waits 2 s, then ends it and all it started. */
  @Override
  public void close() {
    var tree = ProcessKeeper.tree(process);
    writing.execute(this::closeInput);
    writing.shutdown();
    try {
      var unused = process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    keeper.end(process, tree);
    writing.shutdownNow();
  }

  private void closeInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has closed the pipe itself.
      lastWords = lastWords.isEmpty() ? "it closed its input" : lastWords;
    }
  }
}
