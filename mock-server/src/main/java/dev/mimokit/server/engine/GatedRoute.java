package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.ArrayList;
import java.util.List;

/**
 * A route and the user stubs that could take requests from it. Open while there are none. Read on
 * every request without a lock; written by the {@link Gate} only.
 */
final class GatedRoute {

  private final Route route;
  private final UrlReach reach;
  private volatile List<StubMapping> candidates = List.of();

  GatedRoute(Route route) {
    this.route = route;
    this.reach = new UrlReach(route);
  }

  Route route() {
    return route;
  }

  List<StubMapping> candidates() {
    return candidates;
  }

  boolean isOpen() {
    return candidates.isEmpty();
  }

  void add(StubMapping stub) {
    if (mayBeTakenBy(stub)) {
      List<StubMapping> more = new ArrayList<>(candidates);
      more.add(stub);
      candidates = List.copyOf(more);
    }
  }

  void replaceAll(List<StubMapping> stubs) {
    candidates = stubs.stream().filter(this::mayBeTakenBy).toList();
  }

  private boolean mayBeTakenBy(StubMapping stub) {
    return route.stubbable() && reach.covers(stub.getRequest());
  }
}
