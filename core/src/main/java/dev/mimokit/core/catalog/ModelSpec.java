package dev.mimokit.core.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One model as its revision describes it.
 *
 * @param id as sent in a request, such as {@code mimo-v2.5-pro}
 * @param series the page's family name, such as {@code Pro}
 * @param capabilities in the page's order
 * @param inputs what a message may hold
 * @param outputs what an answer may hold
 * @param speech for speech synthesis only
 * @param hearing for speech recognition only
 * @param forwarding the announced end of the id, if there is one
 * @param price what its use costs
 * @param notes what the page does not say plainly
 */
public record ModelSpec(
    String id,
    String series,
    Kind kind,
    List<Capability> capabilities,
    List<Modality> inputs,
    List<Modality> outputs,
    Limits limits,
    Thinking thinking,
    Setting temperature,
    Setting topP,
    Optional<Speech> speech,
    Optional<Hearing> hearing,
    Optional<Forwarding> forwarding,
    Price price,
    List<String> notes) {

  /** Copies the lists. */
  public ModelSpec {
    capabilities = List.copyOf(capabilities);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    notes = List.copyOf(notes);
  }

  /** The same with its context read in another way, where the reading is only assumed. */
  ModelSpec withContextIn(int kilo) {
    return new ModelSpec(
        id,
        series,
        kind,
        capabilities,
        inputs,
        outputs,
        limits.withContextIn(kilo),
        thinking,
        temperature,
        topP,
        speech,
        hearing,
        forwarding,
        price,
        notes);
  }

  /** Whether the page lists {@code capability} for this model. */
  public boolean can(Capability capability) {
    return capabilities.contains(capability);
  }

  /** Whether a message to this model may hold {@code modality}. */
  public boolean takes(Modality modality) {
    return inputs.contains(modality);
  }

  /** What a model is for; each kind has request rules of its own. */
  public enum Kind {
    TEXT,
    TTS,
    ASR
  }

  /** What a model can do, in the page's words. */
  public enum Capability {
    TEXT_GENERATION,
    FULL_MODAL_UNDERSTANDING,
    DEEP_THINKING,
    STREAMING_OUTPUT,
    FUNCTION_CALL,
    STRUCTURED_OUTPUT,
    WEB_SEARCH,
    SPEECH_SYNTHESIS,
    TIMBRE_CLONING,
    TIMBRE_DESIGN,
    SPEECH_RECOGNITION
  }

  /** What a message or an answer is made of. */
  public enum Modality {
    TEXT,
    IMAGE,
    AUDIO,
    VIDEO
  }
}
