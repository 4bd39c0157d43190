package dev.mimokit.load.run;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import dev.mimokit.load.driver.DriverFormatException;
import dev.mimokit.load.driver.DriverProtocol;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
  private static final long GRACE_MILLIS = 2_000;

  private final Process process;
  private final ProcessKeeper keeper;
  private final NanoClock clock;
  private final Consumer<String> warnings;
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
    this.warnings = warnings;
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
    lines(process.getInputStream(), this::take);
    die();
  }

  private void take(String line) {
    long now = clock.nanoTime();
    try {
      DriverAnswer answer = DriverProtocol.readAnswer(line);
      CallBook book = books.get(answer.job());
      if (book == null) {
        warnings.accept("the driver answered a job that was never asked: " + answer.job());
      } else {
        book.told(answer, now);
      }
    } catch (DriverFormatException e) {
      warnings.accept(e.getMessage());
    }
  }

  private void readErrors() {
    lines(
        process.getErrorStream(),
        line -> {
          if (!line.isBlank()) {
            lastWords = line.strip();
          }
        });
  }

  private static void lines(InputStream stream, Consumer<String> reader) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String line = in.readLine();
      while (line != null) {
        reader.accept(line);
        line = in.readLine();
      }
    } catch (IOException e) {
      // A closed pipe is the end of the stream.
      reader.accept("");
    }
  }

  private void die() {
    death = Optional.of("the driver ended: " + status() + words());
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
