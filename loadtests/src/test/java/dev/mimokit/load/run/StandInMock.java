package dev.mimokit.load.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.journal.JournalCodec;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of the mock as the runner touches: one variant a script, no limits, a journal. */
final class StandInMock implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern JOB = Pattern.compile("job-[0-9A-Za-z._-]+");

  private record Noted(String account, JournalEvent event) {}

  private final NanoClock clock = NanoClock.system();
  private final HttpServer server;
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final Map<String, JsonNode> scripts = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> attempts = new ConcurrentHashMap<>();
  private final List<Noted> journal = new CopyOnWriteArrayList<>();
  private final AtomicLong exchanges = new AtomicLong();
  final List<String> posts = new CopyOnWriteArrayList<>();

  StandInMock() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/__mimokit/health", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/__mimokit/scripts", this::script);
    server.createContext("/__mimokit/accounts", this::restore);
    server.createContext("/__mimokit/journal", this::journal);
    server.createContext("/v1/chat/completions", this::chat);
    server.setExecutor(pool);
    server.start();
  }

  /** As a program: writes its port to the file named by the only argument. */
  public static void main(String[] arguments) throws IOException {
    StandInMock mock = new StandInMock();
    Files.writeString(Path.of(arguments[0]), Integer.toString(mock.root().getPort()));
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void script(HttpExchange exchange) throws IOException {
    String body = body(exchange);
    posts.add(body);
    JsonNode script = JSON.readTree(body);
    scripts.put(script.path("account").asText(), script);
    answer(exchange, 200, "");
  }

  private void restore(HttpExchange exchange) throws IOException {
    posts.add(exchange.getRequestURI().getPath() + " " + body(exchange));
    answer(exchange, 200, "");
  }

  private void journal(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    List<String> lines = new ArrayList<>();
    for (Noted noted : journal) {
      if (query.contains("account=" + noted.account() + "&")) {
        lines.add(JournalCodec.line(noted.event()));
      }
    }
    answer(exchange, 200, String.join("\n", lines));
  }

  private void chat(HttpExchange exchange) throws IOException {
    String key =
        exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer sk-".length());
    String account = key.substring(0, key.indexOf('.'));
    String body = body(exchange);
    Matcher job = JOB.matcher(body);
    String call = job.find() ? job.group() : "";
    long number = exchanges.incrementAndGet();
    note(account, received(number, account, key, call, body));
    int status = status(account, call);
    if (status != 200) {
      note(
          account,
          new JournalEvent.Rejected(
              clock.nanoTime(), number, Set.of(Cause.SCRIPTED), OptionalLong.empty()));
    }
    note(
        account, new JournalEvent.Answered(clock.nanoTime(), number, status, OptionalLong.empty()));
    answer(exchange, status, "{}");
  }

  private JournalEvent received(long number, String account, String key, String call, String body) {
    return new JournalEvent.Received(
        clock.nanoTime(),
        number,
        account,
        Integer.toHexString(key.hashCode()),
        "m",
        call,
        false,
        Integer.toHexString(body.hashCode()));
  }

  private int status(String account, String call) {
    long attempt = attempts.computeIfAbsent(call, unused -> new AtomicLong()).getAndIncrement();
    JsonNode script = scripts.get(account);
    if (script == null) {
      return 200;
    }
    JsonNode steps = script.path("variants").path(0);
    for (JsonNode step : steps) {
      attempt -= step.path("times").asInt(1);
      if (attempt < 0) {
        return step.path("status").asInt();
      }
    }
    return script.path("then").asText().equals("repeat")
        ? steps.path(steps.size() - 1).path("status").asInt()
        : 200;
  }

  private void note(String account, JournalEvent event) {
    journal.add(new Noted(account, event));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    pool.shutdownNow();
  }
}
