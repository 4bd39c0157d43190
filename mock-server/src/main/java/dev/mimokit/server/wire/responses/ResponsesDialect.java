package dev.mimokit.server.wire.responses;

import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.Spoken;

/**
 * The Responses protocol: {@code POST /v1/responses}. Source: Responses API page, fixture of
 * 2026-10-09; no answer of it was ever captured, so ids, key order (the page's) and the texture of
 * errors (the chat protocol's) are ASSUMED.
 */
public final class ResponsesDialect implements Dialect {

  private final MediaReader media;
  private final Quirks quirks;
  private final boolean reasoningRequired;

  /** The dialect as it most likely is: a call must come back with its reasoning. */
  public ResponsesDialect(MediaReader media) {
    this(media, Quirks.DEFAULT);
  }

  /**
   * The dialect with other habits.
   *
   * @param quirks those that all protocols share
   */
  public ResponsesDialect(MediaReader media, Quirks quirks) {
    this(media, quirks, true);
  }

  /**
   * The dialect with another guess.
   *
   * @param reasoningRequired whether a call that comes back without its reasoning is refused, as on
   *     both other paths; the page only recommends to keep it
   */
  ResponsesDialect(MediaReader media, Quirks quirks, boolean reasoningRequired) {
    this.media = media;
    this.quirks = quirks;
    this.reasoningRequired = reasoningRequired;
  }

  MediaReader media() {
    return media;
  }

  Quirks quirks() {
    return quirks;
  }

  boolean reasoningRequired() {
    return reasoningRequired;
  }

  @Override
  public CallBody read(byte[] body) {
    return ResponsesBody.read(body, this);
  }

  @Override
  public byte[] whole(Spoken spoken) {
    return new Response(spoken).body();
  }

  @Override
  public Events events(Spoken spoken) {
    return new ResponseEvents(spoken).events();
  }

  @Override
  public boolean namesEvents() {
    return true;
  }

  @Override
  public byte[] error(PlatformError error, boolean streamed) {
    return error.body(streamed && quirks.streamErrorPrefix());
  }
}
