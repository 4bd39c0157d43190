package dev.mimokit.core.catalog;

import java.util.List;
import java.util.Optional;

/**
 * How a speech model is told which voice to use.
 *
 * @param voice whether {@code audio.voice} may, must or must not be sent
 * @param voices the names on offer; empty where the voice is not chosen by name
 * @param preset the voice when none is sent
 * @param form what {@code audio.voice} holds when it is not a name
 * @param userMessageRequired whether a user message describing the voice must be sent
 * @param optimizeTextPreview whether {@code audio.optimize_text_preview} is understood
 */
public record Speech(
    VoiceField voice,
    List<String> voices,
    Optional<String> preset,
    Optional<String> form,
    boolean userMessageRequired,
    boolean optimizeTextPreview,
    Provenance provenance,
    String source) {

  /** Copies the names; the preset must be one of them. */
  public Speech {
    voices = List.copyOf(voices);
    if (preset.isPresent() && !voices.contains(preset.get())) {
      throw new IllegalArgumentException("preset voice must be on offer: " + preset.get());
    }
  }

  /** How {@code audio.voice} is treated. */
  public enum VoiceField {
    OPTIONAL,
    REQUIRED,
    UNSUPPORTED
  }
}
