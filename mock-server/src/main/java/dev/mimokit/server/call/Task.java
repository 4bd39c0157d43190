package dev.mimokit.server.call;

import dev.mimokit.server.speech.SpeechFormat;
import java.util.List;
import java.util.Optional;

/** What is wanted of the model. */
public sealed interface Task {

  /** Plain talk: no tools, any form. */
  Talk TALK = new Talk(List.of(), Form.TEXT, Optional.empty());

  /** How the answer's text is formed. */
  enum Form {
    /** As it comes. */
    TEXT,
    /** One JSON object. */
    JSON_OBJECT
  }

  /**
   * An answer in text, or calls of tools.
   *
   * @param tools the functions the model may call
   * @param search what may be looked up on the web; empty when nothing may
   * @param parallel whether one answer may call several tools
   */
  record Talk(List<Tool> tools, Form form, Optional<WebSearch> search, boolean parallel)
      implements Task {

    /** Copies the tools. */
    public Talk {
      tools = List.copyOf(tools);
    }

    /** Talk that may call several tools at once, as most protocols have it. */
    public Talk(List<Tool> tools, Form form, Optional<WebSearch> search) {
      this(tools, form, search, true);
    }
  }

  /**
   * Text to be spoken.
   *
   * @param text what is said; empty when the model is to make it up from its description
   * @param voice a voice's name; the digest of a sample where the voice is cloned
   * @param preview whether the text that was spoken is told
   * @param inPieces whether the sound comes bit by bit: only some models stream it
   */
  record Speak(String text, String voice, SpeechFormat format, boolean preview, boolean inPieces)
      implements Task {}

  /**
   * Speech to be written down.
   *
   * @param language auto, or a language's tag
   * @param seconds how long the recording is
   * @param fingerprint tells one recording from another
   */
  record Transcribe(String language, double seconds, int fingerprint) implements Task {}

  /**
   * A web search that is allowed, or forced.
   *
   * @param limit most sources, 1 to 50
   */
  record WebSearch(boolean forced, int keywords, int limit) {}
}
