package dev.mimokit.server.call;

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
   */
  record Talk(List<Tool> tools, Form form, Optional<WebSearch> search) implements Task {

    /** Copies the tools. */
    public Talk {
      tools = List.copyOf(tools);
    }
  }

  /**
   * Text to be spoken.
   *
   * @param text what is said; empty when the model is to make it up from its description
   * @param voice a voice's name; the digest of a sample where the voice is cloned
   * @param preview whether the text that was spoken is told
   */
  record Speak(String text, String voice, SoundFormat format, boolean preview) implements Task {}

  /**
   * Speech to be written down.
   *
   * @param seconds how long the recording is
   */
  record Transcribe(String language, double seconds) implements Task {}

  /** The encodings of spoken answers. */
  enum SoundFormat {
    /** RIFF, 24 kHz, 16 bit, mono. */
    WAV,
    /** MPEG-2 layer III, 24 kHz, mono. */
    MP3,
    /** 24 kHz, 16 bit little-endian, mono, without a header. */
    PCM16
  }

  /**
   * A web search that is allowed, or forced.
   *
   * @param limit most sources, 1 to 50
   */
  record WebSearch(boolean forced, int keywords, int limit) {}
}
