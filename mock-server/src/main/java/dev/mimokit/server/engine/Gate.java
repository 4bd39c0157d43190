package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows, for each route, which user stubs could take its requests; never leaves a route open that a
 * live stub could match. Closes <em>before</em> a stub is live and opens <em>after</em> it is gone:
 *
 * <pre>
 * beforeStubCreated / Edited   the new stub is announced and added to the routes it could match
 * afterStubCreated             announced no more: the store has it
 * afterStubEdited, Removed,
 * StubsReset                   the routes are computed again from the store and the announced
 * </pre>
 *
 * During an edit both the old and the new stub count. A stub that was announced but never arrived
 * keeps its route closed, which costs time but no answer. Thread-safe; readers take no lock.
 */
final class Gate implements StubLifecycleListener {

  private final List<GatedRoute> routes;
  private final StubMappingStore store;
  private final Set<StubMapping> announced = Collections.newSetFromMap(new IdentityHashMap<>());

  Gate(List<Route> routes, StubMappingStore store) {
    this.routes = routes.stream().map(GatedRoute::new).toList();
    this.store = store;
  }

  @Override
  public String getName() {
    return "mimokit-gate";
  }

  /** The first route that a request of that method and canonical path belongs to. */
  Optional<GatedRoute> find(String method, String canonicalPath) {
    for (GatedRoute gated : routes) {
      if (gated.route().matches(method, canonicalPath)) {
        return Optional.of(gated);
      }
    }
    return Optional.empty();
  }

  /** Every live stub: the candidates for a path that is spelled in an unusual way. */
  List<StubMapping> allStubs() {
    return store.getAll().toList();
  }

  @Override
  public void beforeStubCreated(StubMapping stub) {
    announce(stub);
  }

  @Override
  public synchronized void afterStubCreated(StubMapping stub) {
    announced.remove(stub);
  }

  @Override
  public void beforeStubEdited(StubMapping oldStub, StubMapping newStub) {
    announce(newStub);
  }

  @Override
  public synchronized void afterStubEdited(StubMapping oldStub, StubMapping newStub) {
    announced.remove(newStub);
    recompute();
  }

  @Override
  public synchronized void afterStubRemoved(StubMapping stub) {
    recompute();
  }

  @Override
  public synchronized void afterStubsReset() {
    recompute();
  }

  private synchronized void announce(StubMapping stub) {
    announced.add(stub);
    routes.forEach(route -> route.add(stub));
  }

  private void recompute() {
    List<StubMapping> live = Stream.concat(store.getAll(), announced.stream()).toList();
    routes.forEach(route -> route.replaceAll(live));
  }
}
