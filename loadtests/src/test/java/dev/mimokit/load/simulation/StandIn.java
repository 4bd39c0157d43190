package dev.mimokit.load.simulation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server with a quota that does not depend on the host's speed: of each account it admits the
 * first {@link #QUOTA} calls, refuses the first attempt of all others with {@code Retry-After: 1},
 * and admits their next. Below {@code /hang} it never answers.
 */
final class StandIn implements AutoCloseable {

  static final int QUOTA = 20;

  private static final Pattern JOB = Pattern.compile("job-[a-z0-9-]+");
  private static final Pattern PREPARED = Pattern.compile("\"account\":\"([a-z]+)\"");
  private static final Pattern ACCOUNT = Pattern.compile("Bearer sk-([^.]+)\\..*");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, AtomicInteger> admitted = new ConcurrentHashMap<>();
  private final Map<String, Long> refusedAt = new ConcurrentHashMap<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final Set<String> bodies = ConcurrentHashMap.newKeySet();
  private final AtomicLong shortestWait = new AtomicLong(Long.MAX_VALUE);
  private final Queue<String> prepared = new ConcurrentLinkedQueue<>();

  StandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::complete);
    server.createContext("/prepare", this::prepare);
    server.createContext("/hang", exchange -> await());
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Nanoseconds between a refusal and the same job's next attempt, at least. */
  long shortestWaitNanos() {
    return shortestWait.get();
  }

  Set<String> keys() {
    return Set.copyOf(keys);
  }

  Set<String> bodies() {
    return Set.copyOf(bodies);
  }

  /** Preparations that named this account, each before its first call. */
  long prepared(String account) {
    return prepared.stream().filter(account::equals).count();
  }

  private void complete(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    keys.add(authorization);
    String body = read(exchange);
    bodies.add(body);
    if (admits(find(ACCOUNT, authorization, 1), find(JOB, body, 0))) {
      answer(exchange, 200, "{\"choices\":[]}");
    } else {
      exchange.getResponseHeaders().set("Retry-After", "1");
      answer(exchange, 429, "{\"error\":{\"code\":\"429\",\"message\":\"Too many requests\"}}");
    }
  }

  private boolean admits(String account, String job) {
    String call = account + " " + job;
    Long before = refusedAt.get(call);
    if (before != null) {
      shortestWait.accumulateAndGet(System.nanoTime() - before, Math::min);
      return true;
    }
    AtomicInteger count = admitted.computeIfAbsent(account, key -> new AtomicInteger());
    if (count.incrementAndGet() <= QUOTA) {
      return true;
    }
    refusedAt.put(call, System.nanoTime());
    return false;
  }

  private void prepare(HttpExchange exchange) throws IOException {
    String account = find(PREPARED, read(exchange), 1);
    if (!admitted.containsKey(account)) {
      prepared.add(account);
    }
    answer(exchange, 200, "{}");
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String read(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static String find(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(group) : "";
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
