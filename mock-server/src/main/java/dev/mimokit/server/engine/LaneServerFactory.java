package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import java.util.concurrent.CompletableFuture;

/** Hands WireMock our server when it asks for one, and remembers it for us. */
final class LaneServerFactory implements HttpServerFactory {

  private final LaneParts parts;
  private final CompletableFuture<LaneServer> built = new CompletableFuture<>();

  LaneServerFactory(LaneParts parts) {
    this.parts = parts;
  }

  @Override
  public HttpServer buildHttpServer(
      Options options,
      AdminRequestHandler adminRequestHandler,
      StubRequestHandler stubRequestHandler) {
    LaneServer server = new LaneServer(options, adminRequestHandler, stubRequestHandler, parts);
    built.complete(server);
    return server;
  }

  /** The server; WireMock's constructor has asked for it. */
  LaneServer built() {
    return built.join();
  }
}
