package dev.mimokit.server.wire.anthropic;

import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.Spoken;

/**
 * The Anthropic-compatible protocol: {@code POST /anthropic/v1/messages}. Source: Anthropic API
 * page, fixture of 2026-10-09.
 */
public final class AnthropicDialect implements Dialect {

  private final MediaReader media;
  private final Quirks quirks;

  /** The dialect as it most likely is. */
  public AnthropicDialect(MediaReader media) {
    this(media, Quirks.DEFAULT);
  }

  /** The dialect with other guesses. */
  public AnthropicDialect(MediaReader media, Quirks quirks) {
    this.media = media;
    this.quirks = quirks;
  }

  MediaReader media() {
    return media;
  }

  Quirks quirks() {
    return quirks;
  }

  @Override
  public CallBody read(byte[] body) {
    return AnthropicBody.read(body, this);
  }

  @Override
  public byte[] whole(Spoken spoken) {
    return new Message(spoken, quirks.anthropic().anthropicThinkingFirst()).body();
  }

  @Override
  public Events events(Spoken spoken) {
    return new MessageEvents(spoken, quirks.anthropic()).events();
  }

  @Override
  public boolean namesEvents() {
    return true;
  }

  @Override
  public byte[] error(PlatformError error, boolean streamed) {
    return new MessageError(error).body(streamed && quirks.anthropic().anthropicErrorPrefix());
  }
}
