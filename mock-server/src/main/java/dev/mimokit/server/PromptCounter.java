package dev.mimokit.server;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.tokens.TokenCounter;
import dev.mimokit.core.tokens.TokenCounters;
import dev.mimokit.server.exchange.PromptLength;
import dev.mimokit.server.media.AssumedMedia;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.PlatformErrors;
import dev.mimokit.server.wire.chat.ChatDialect;
import dev.mimokit.server.wire.chat.ChatRules;

/** Counts the prompts of chat request bodies without a server, as the mock would. Thread-safe. */
public final class PromptCounter {

  private final Catalog catalog;
  private final ChatDialect dialect =
      new ChatDialect(
          new ChatRules(Quirks.DEFAULT, true, true), new MediaReader(AssumedMedia.PRESET));

  /** Knows the models of one revision of the platform. */
  public PromptCounter(String revision) {
    catalog = Catalog.load(revision);
  }

  /**
   * Prompt tokens of a body that asks {@code model}, whatever model it names itself.
   *
   * @throws IllegalArgumentException in one line, when there is no such model, or the platform
   *     would answer with an error
   */
  public long count(byte[] body, String model, TokenCounter counter) {
    Checked checked = dialect.read(body).check(spec(model));
    if (checked instanceof Checked.Valid valid) {
      return new PromptLength(
              new TokenCounters(counter, counter), Quirks.DEFAULT.implicitSystemTokens())
          .inUsage(valid.ask())
          .tokens();
    }
    Checked.Refused refused = (Checked.Refused) checked;
    String param = refused.error().param();
    throw new IllegalArgumentException(param.isEmpty() ? refused.error().message() : param);
  }

  private ModelSpec spec(String model) {
    return catalog
        .find(model)
        .orElseThrow(
            () -> new IllegalArgumentException(PlatformErrors.unknownModel(model).param()));
  }
}
