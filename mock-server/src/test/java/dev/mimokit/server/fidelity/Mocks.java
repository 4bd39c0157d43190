package dev.mimokit.server.fidelity;

import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import dev.mimokit.server.fidelity.Fact.Mock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The running mocks of one test: one for each setting that some fact needs. */
final class Mocks implements AutoCloseable {

  private final Path folder;
  private final Map<Mock, MimoServer> running = new HashMap<>();

  Mocks(Path folder) {
    this.folder = folder;
  }

  /** Where a mock of these settings listens. */
  String url(Mock mock) {
    return running.computeIfAbsent(mock, this::start).baseUrl();
  }

  private MimoServer start(Mock mock) {
    ServerOptions options = ServerOptions.defaults().serving(mock.revision()).under(mock.profile());
    return MimoServer.start(
        mock.config().isEmpty() ? options : options.configuredBy(file(mock.config())));
  }

  private Path file(String yaml) {
    try {
      return Files.writeString(folder.resolve(running.size() + ".yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    running.values().forEach(MimoServer::close);
  }
}
