package dev.mimokit.load.simulation;

import static io.gatling.javaapi.http.HttpDsl.http;

import dev.mimokit.load.scenario.Load;
import dev.mimokit.load.scenario.SuitePlan;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The loads that run side by side.
 *
 * <p>Gatling makes simulations by reflection from a class name and has no place for arguments, so
 * the turn that runs next is handed over through {@link #current()}; turns run one after another.
 */
record Turn(SuitePlan plan, List<LoadRun> runs) {

  private static final AtomicReference<Turn> CURRENT = new AtomicReference<>();

  static Turn of(SuitePlan plan, List<Load> loads) {
    return new Turn(plan, loads.stream().map(load -> new LoadRun(plan, load)).toList());
  }

  /** Hands this turn to the simulation that Gatling makes next. */
  void makeCurrent() {
    CURRENT.set(this);
  }

  /** The turn that runs now; refuses when the simulation was not started by the launcher. */
  static Turn current() {
    Turn turn = CURRENT.get();
    if (turn == null) {
      throw new IllegalStateException("start simulations with " + GatlingMain.class.getName());
    }
    return turn;
  }

  Duration limit() {
    return Duration.ofSeconds(plan.limitSeconds());
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
}
