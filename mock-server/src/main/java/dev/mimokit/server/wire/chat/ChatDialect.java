package dev.mimokit.server.wire.chat;

import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.Spoken;

/** The OpenAI-compatible chat protocol: {@code POST /v1/chat/completions}. */
public final class ChatDialect implements Dialect {

  @Override
  public CallBody read(byte[] body) {
    return ChatBody.read(body);
  }

  @Override
  public byte[] whole(Spoken spoken) {
    return new Completion(spoken).body();
  }

  @Override
  public Events events(Spoken spoken) {
    return new ChatEvents(spoken);
  }

  @Override
  public byte[] error(PlatformError error, boolean streamed) {
    return error.body(streamed);
  }
}
