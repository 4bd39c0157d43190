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

/** A client with the manners its only argument names. */
final class FakeDriver {

  private static final int MOST_ATTEMPTS = 3;

  private final String manner;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<DriverAnswer> heldBack = new ArrayList<>();

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
  }

  private void take(DriverCall call) throws IOException, InterruptedException {
    heldBack.forEach(FakeDriver::tell);
    heldBack.clear();
    boolean warmUp = call.caseId().equals("warm");
    if (manner.equals("dies") && !warmUp) {
      System.err.println("out of patience");
      System.exit(7);
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
