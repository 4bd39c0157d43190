package dev.mimokit.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.scenario.CallChain;
import dev.mimokit.load.scenario.Load;
import dev.mimokit.load.scenario.Preparation;
import dev.mimokit.load.scenario.Profile;
import dev.mimokit.load.scenario.Recorder;
import dev.mimokit.load.scenario.SuitePlan;
import dev.mimokit.load.scenario.Tally;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One load while it runs: what its simulation is built from and where it is measured.
 *
 * <p>Gatling makes simulations by reflection from a class name and has no place for arguments, so
 * the load that runs next is handed over through {@link #current()}; loads run one after another.
 */
final class LoadRun {

  private static final AtomicReference<LoadRun> CURRENT = new AtomicReference<>();

  private final SuitePlan plan;
  private final Load load;
  private final Profile profile;
  private final Recorder recorder = new Recorder();

  LoadRun(SuitePlan plan, Load load) {
    this.plan = plan;
    this.load = load;
    this.profile = Profile.of(plan.smoke());
  }

  /** Hands this load to the simulation that Gatling makes next. */
  void makeCurrent() {
    CURRENT.set(this);
  }

  /** The load that runs now; refuses when the simulation was not started by the launcher. */
  static LoadRun current() {
    LoadRun run = CURRENT.get();
    if (run == null) {
      throw new IllegalStateException("start simulations with " + GatlingMain.class.getName());
    }
    return run;
  }

  Load load() {
    return load;
  }

  Profile profile() {
    return profile;
  }

  Duration limit() {
    return Duration.ofSeconds(plan.limitSeconds());
  }

  /** A user that calls once. */
  ScenarioBuilder calling() {
    return scenario(load.shape().word()).exec(chain().call());
  }

  /** A user that calls once and thinks before its place is given to the next. */
  ScenarioBuilder callingAndThinking() {
    return scenario(load.shape().word())
        .exec(exec(chain().call()), pause(profile.think(load.jobs())));
  }

  private CallChain chain() {
    return new CallChain(plan, load, recorder, NanoClock.system());
  }

  /** Plain HTTP to the base URL, connections shared as inside one client process. */
  HttpProtocolBuilder protocol() {
    return http.baseUrl(plan.baseUrl())
        .shareConnections()
        .disableWarmUp()
        .disableCaching()
        .disableFollowRedirect()
        .userAgentHeader("mimokit");
  }

  /** Sends the preparations; fails when one is not answered with 2xx. */
  void prepare() {
    load.prepare().forEach(LoadRun::post);
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
    return switch (load.shape()) {
      case BURST -> Profile.arrivals(burst());
      case OPEN -> Profile.arrivals(open());
      case CLOSED -> new long[0];
    };
  }

  List<OpenInjectionStep> burst() {
    return profile.burst(load.jobs());
  }

  List<OpenInjectionStep> open() {
    return profile.open(load.jobs());
  }
}
