package dev.mimokit.server.admin;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.journal.Journal;
import dev.mimokit.server.account.Account;
import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.engine.AdminGuard;
import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Handler;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.metrics.Meters;
import dev.mimokit.server.script.Scripts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything below {@code /__mimokit}, for whom the guard lets in; health for everybody. Bad input
 * is answered with 400 and one line of text. Thread-safe.
 */
public final class AdminHandler implements Handler {

  /** Where it lives. */
  public static final String ROOT = "/__mimokit/";

  private static final Pattern ACCOUNT =
      Pattern.compile("accounts/([0-9A-Za-z_-]{1,128})(/restore)?");
  private static final Header TEXT = new Header("content-type", "text/plain; charset=utf-8");
  private static final Header JSON = new Header("content-type", "application/json");
  private static final Header LINES = new Header("content-type", "application/x-ndjson");
  private static final byte[] NOTHING = new byte[0];

  private final Catalog catalog;
  private final Accounts accounts;
  private final Scripts scripts;
  private final Journal journal;
  private final Meters meters;
  private final AdminGuard guard;
  private final Runnable reset;

  /** {@code reset} brings the whole server back to its start. */
  public AdminHandler(
      Catalog catalog,
      Accounts accounts,
      Scripts scripts,
      Journal journal,
      Meters meters,
      AdminGuard guard,
      Runnable reset) {
    this.catalog = catalog;
    this.accounts = accounts;
    this.scripts = scripts;
    this.journal = journal;
    this.meters = meters;
    this.guard = guard;
    this.reset = reset;
  }

  @Override
  public void handle(Exchange exchange) {
    Answer answer;
    try {
      // Whoever restarts a server that does not answer has no token.
      Optional<String> refusal =
          exchange.path().equals(ROOT + "health")
              ? Optional.empty()
              : guard.refusal(exchange::header);
      if (refusal.isPresent()) {
        throw new AdminException(403, refusal.get());
      }
      answer = answer(exchange, exchange.path().substring(ROOT.length()));
    } catch (AdminException refused) {
      answer = text(refused.status(), refused.line());
    }
    exchange.answer(answer, (written, nanos) -> {});
  }

  private Answer answer(Exchange exchange, String path) {
    Matcher account = ACCOUNT.matcher(path);
    if (account.matches()) {
      return account.group(2) == null
          ? show(exchange, account.group(1))
          : restore(exchange, account.group(1));
    }
    return switch (path) {
      case "scripts" -> putScript(exchange);
      case "journal" -> journal(exchange);
      case "reset" -> reset(exchange);
      case "health" -> health(exchange);
      case "metrics" -> metrics(exchange);
      default -> unlisted(exchange, path);
    };
  }

  private Answer show(Exchange exchange, String id) {
    expect(exchange, "GET");
    Account account =
        accounts
            .find(id)
            .orElseThrow(
                () -> new AdminException(404, "account '" + id + "' has not been seen yet"));
    return ok(
        JSON,
        new AccountView(account, catalog, accounts.store().isLocal(), exchange.arrivalNanos())
            .body());
  }

  private Answer restore(Exchange exchange, String id) {
    expect(exchange, "POST");
    if (!accounts.store().isLocal()) {
      throw AdminException.bad("restore needs quotas that are kept in this process, not in Redis");
    }
    Restore order = Restore.read(AdminBody.read(exchange.body()), catalog);
    if (!(accounts.enter(id) instanceof Accounts.Known known)) {
      throw new AdminException(503, "no room for another account");
    }
    order.apply(known.account(), catalog, exchange.arrivalNanos());
    return empty();
  }

  private Answer putScript(Exchange exchange) {
    expect(exchange, "POST");
    scripts.put(ScriptReader.read(AdminBody.read(exchange.body())));
    return empty();
  }

  private Answer unlisted(Exchange exchange, String path) {
    if (path.startsWith("scripts/")) {
      expect(exchange, "DELETE");
      String id = path.substring("scripts/".length());
      if (!scripts.remove(id)) {
        throw new AdminException(404, "account '" + id + "' has no script");
      }
      return empty();
    }
    throw new AdminException(
        404, "no such admin path, expected accounts, scripts, journal, reset, health or metrics");
  }

  private Answer journal(Exchange exchange) {
    expect(exchange, "GET");
    JournalView view = JournalView.of(journal, JournalQuery.parse(exchange.query()));
    return new Answer(
        200, List.of(LINES, new Header("x-next", Long.toString(view.next()))), view.body());
  }

  private Answer reset(Exchange exchange) {
    expect(exchange, "POST");
    reset.run();
    return empty();
  }

  private Answer health(Exchange exchange) {
    expect(exchange, "GET");
    String store = accounts.store().isLocal() ? "" : accounts.store().description();
    return ok(JSON, HealthView.body(store));
  }

  private Answer metrics(Exchange exchange) {
    expect(exchange, "GET");
    return ok(new Header("content-type", Meters.CONTENT_TYPE), meters.exposition());
  }

  private static void expect(Exchange exchange, String method) {
    if (!exchange.method().equals(method)) {
      throw new AdminException(405, "expected " + method + ", got " + exchange.method());
    }
  }

  private static Answer ok(Header type, byte[] body) {
    return new Answer(200, List.of(type), body);
  }

  private static Answer empty() {
    return new Answer(204, List.of(), NOTHING);
  }

  private static Answer text(int status, String line) {
    return new Answer(status, List.of(TEXT), (line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
