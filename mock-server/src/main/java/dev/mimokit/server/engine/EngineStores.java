package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** WireMock's own stores, with our ring as its request journal. */
final class EngineStores extends DefaultStores {

  private final FileSource root;
  private final RingJournal journal;

  EngineStores(Optional<Path> stubsDir, RingJournal journal) {
    this(new SingleRootFileSource(stubsDir.orElseGet(EngineStores::nowhere).toFile()), journal);
  }

  private EngineStores(FileSource root, RingJournal journal) {
    super(root);
    this.root = root;
    this.journal = journal;
  }

  /** A path that does not exist; WireMock would otherwise look into the working directory. */
  private static Path nowhere() {
    return Path.of(System.getProperty("java.io.tmpdir"), "mimokit-" + UUID.randomUUID());
  }

  FileSource root() {
    return root;
  }

  @Override
  public RequestJournalStore getRequestJournalStore() {
    return journal;
  }
}
