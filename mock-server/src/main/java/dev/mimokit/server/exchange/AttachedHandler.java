package dev.mimokit.server.exchange;

import dev.mimokit.server.account.ApiKey;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Handler;
import dev.mimokit.server.engine.Route;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client that can be given nothing but a base URL: below {@code /c/CASE/AGENT} are all addresses
 * of the platform, and the path names the account, {@code case-CASE-AGENT}, whatever the key is.
 * Thread-safe.
 */
public final class AttachedHandler implements Handler {

  /** What all such paths begin with. */
  public static final String ROOT = "/c/";

  private static final Pattern PATH =
      Pattern.compile(ROOT + "([0-9]{1,3}(?:\\.[0-9]{1,3})?)/([A-Za-z0-9_-]{1,80})(/.*)");

  private final List<Route> routes;
  private final Handler otherwise;

  /**
   * Serves {@code routes} below the root, in their order.
   *
   * @param otherwise serves what no route matches
   */
  public AttachedHandler(List<Route> routes, Handler otherwise) {
    this.routes = List.copyOf(routes);
    this.otherwise = otherwise;
  }

  @Override
  public void handle(Exchange exchange) {
    Matcher path = PATH.matcher(exchange.path());
    if (!path.matches()) {
      otherwise.handle(exchange);
      return;
    }
    String account = "case-" + path.group(1).replace('.', '-') + "-" + path.group(2);
    Exchange attached =
        new AttachedExchange(
            exchange,
            path.group(3),
            Keys.of(exchange).map(ApiKey::hash).map(hash -> "sk-" + account + "." + hash));
    routes.stream()
        .filter(route -> route.matches(attached.method(), attached.path()))
        .findFirst()
        .map(Route::handler)
        .orElse(otherwise)
        .handle(attached);
  }
}
