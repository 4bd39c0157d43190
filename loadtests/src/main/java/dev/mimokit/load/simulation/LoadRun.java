package dev.mimokit.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.scenario.CallChain;
import dev.mimokit.load.scenario.Load;
import dev.mimokit.load.scenario.Preparation;
import dev.mimokit.load.scenario.Profile;
import dev.mimokit.load.scenario.Recorder;
import dev.mimokit.load.scenario.Shape;
import dev.mimokit.load.scenario.SuitePlan;
import dev.mimokit.load.scenario.Tally;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** One load while it runs: what its population is built from and where it is measured. */
final class LoadRun {

  private final SuitePlan plan;
  private final Load load;
  private final Profile profile;
  private final Recorder recorder = new Recorder();
  private final AtomicBoolean unprepared = new AtomicBoolean();

  LoadRun(SuitePlan plan, Load load) {
    this.plan = plan;
    this.load = load;
    this.profile = Profile.of(plan.smoke());
  }

  Load load() {
    return load;
  }

  /** Whether it could not be prepared, so that nobody called. */
  boolean unprepared() {
    return unprepared.get();
  }

  /** Its users, who arrive as the load says. */
  PopulationBuilder population() {
    return load.shape() == Shape.CLOSED
        ? scenario(load.name())
            .exec(exec(calls()), pause(profile.think(load.jobs())))
            .injectClosed(profile.closed())
        : scenario(load.name()).exec(calls()).injectOpen(steps());
  }

  /** A call, unless what the load needs could not be prepared. */
  private ChainBuilder calls() {
    CallChain chain = new CallChain(plan, load, recorder, NanoClock.system());
    return doIf(session -> !unprepared.get()).then(chain.call());
  }

  private List<OpenInjectionStep> steps() {
    return switch (load.shape()) {
      case BURST -> profile.burst(load.jobs());
      case STEADY -> profile.steady(load.arrivals());
      case OPEN -> profile.open(load.jobs());
      case CLOSED -> List.of();
    };
  }

  /** Sends the preparations; after one that is not answered with 2xx, nobody calls. */
  @SuppressWarnings("CatchAndPrintStackTrace") // The console is this JVM's log.
  void prepare() {
    try {
      load.prepare().forEach(LoadRun::post);
    } catch (IllegalStateException | UncheckedIOException e) {
      unprepared.set(true);
      e.printStackTrace();
    }
  }

  private static void post(Preparation preparation) {
    try {
      int status = send(preparation);
      if (status / 100 != 2) {
        throw new IllegalStateException(preparation.url() + " answered " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not prepare with " + preparation.url(), e);
    }
  }

  private static int send(Preparation preparation) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(preparation.url()).toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    connection.setConnectTimeout(5_000);
    connection.setReadTimeout(5_000);
    try (var body = connection.getOutputStream()) {
      body.write(preparation.body().getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode();
    connection.disconnect();
    return status;
  }

  /** What was measured so far. */
  Tally tally() {
    return new Tally(recorder, arrivals());
  }

  private long[] arrivals() {
    return Profile.arrivals(steps());
  }
}
