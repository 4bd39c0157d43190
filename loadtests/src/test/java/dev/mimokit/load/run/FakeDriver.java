package dev.mimokit.load.run;

import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import dev.mimokit.load.driver.DriverProtocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;

/** A client with the manners its only argument names. */
final class FakeDriver {

  private static final int MOST_ATTEMPTS = 3;

  private final String manner;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<DriverAnswer> heldBack = new ArrayList<>();
  private final List<DriverAnswer> heldForLater = new ArrayList<>();

  private FakeDriver(String manner) {
    this.manner = manner;
  }

  /** Speaks the protocol until its input ends. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    FakeDriver driver = new FakeDriver(arguments[0]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    while (line != null) {
      driver.take(DriverProtocol.readCall(line));
      line = in.readLine();
    }
    if (arguments[0].equals("deaf")) {
      new CountDownLatch(1).await();
    }
  }

  private void take(DriverCall call) throws IOException, InterruptedException {
    heldBack.forEach(FakeDriver::tell);
    heldBack.clear();
    boolean warmUp = call.caseId().equals("warm");
    if (manner.equals("dies") && !warmUp) {
      System.err.println("out of patience");
      System.exit(7);
    }
    if (!warmUp && misbehaves(call)) {
      return;
    }
    DriverAnswer answer = answer(call, manner.equals("gives-up") ? 1 : MOST_ATTEMPTS);
    if (manner.equals("late") && !warmUp) {
      heldBack.add(answer);
      return;
    }
    tell(answer);
    if (manner.equals("twice")) {
      tell(answer);
    }
    if (manner.equals("chatty")) {
      System.out.println("done with " + call.job());
    }
  }

  /** Whether that was all it has to say to the call. */
  private boolean misbehaves(DriverCall call) throws IOException, InterruptedException {
    return switch (manner) {
      case "hangs" -> true;
      case "garbage" -> {
        System.out.println("Served " + call.job() + "\n{\"job\":\"" + call.job() + "\"}\n[]");
        yield true;
      }
      case "floods" -> {
        flood();
        yield false;
      }
      case "reverses" -> {
        heldForLater.add(0, answer(call, MOST_ATTEMPTS));
        if (heldForLater.size() == 2) {
          heldForLater.forEach(FakeDriver::tell);
        }
        yield true;
      }
      case "orphans" -> {
        // A process of its own session, which outlives the driver and holds its output open.
        new ProcessBuilder("sh", "-c", "sleep 600 & echo $! >" + System.getProperty("orphan"))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
        Runtime.getRuntime().halt(9);
        yield true;
      }
      default -> false;
    };
  }

  /** Ten thousand lines and one that is longer than anybody can keep. */
  private static void flood() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      lines.append("line ").append(i).append('\n');
    }
    System.out.print(lines);
    for (int i = 0; i < 50; i++) {
      System.out.print("x".repeat(100_000));
    }
    System.out.println();
  }

  private DriverAnswer answer(DriverCall call, int mostAttempts)
      throws IOException, InterruptedException {
    int status = attempt(call);
    for (int n = 1; n < mostAttempts && (status == 429 || status == 503); n++) {
      status = attempt(call);
    }
    boolean ok = status == 200;
    return new DriverAnswer(
        call.job(), ok, "", false, ok ? "" : "HttpError", status, OptionalDouble.empty(), 1);
  }

  private int attempt(DriverCall call) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(call.baseUrl() + "/chat/completions"))
            .header("Authorization", "Bearer " + call.apiKey())
            .POST(HttpRequest.BodyPublishers.ofString(call.prompt()))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static void tell(DriverAnswer answer) {
    System.out.println(DriverProtocol.line(answer));
    System.out.flush();
  }
}
