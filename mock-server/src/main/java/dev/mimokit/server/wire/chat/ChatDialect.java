package dev.mimokit.server.wire.chat;

import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.Spoken;

/** The OpenAI-compatible chat protocol: {@code POST /v1/chat/completions}. */
public record ChatDialect(ChatRules rules, MediaReader media) implements Dialect {

  @Override
  public CallBody read(byte[] body) {
    return ChatBody.read(body, this);
  }

  @Override
  public byte[] whole(Spoken spoken) {
    return new Completion(spoken, rules.quirks()).body();
  }

  @Override
  public Events events(Spoken spoken) {
    return new ChatEvents(spoken, rules.quirks());
  }

  @Override
  public boolean namesEvents() {
    return false;
  }

  @Override
  public byte[] error(PlatformError error, boolean streamed) {
    return error.body(streamed && rules.quirks().streamErrorPrefix());
  }
}
