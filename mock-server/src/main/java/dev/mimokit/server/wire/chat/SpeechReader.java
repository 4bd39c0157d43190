package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.Speech;
import dev.mimokit.core.catalog.Speech.VoiceField;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.speech.BadSample;
import dev.mimokit.server.speech.SampleCheck;
import dev.mimokit.server.speech.SpeechFormat;
import dev.mimokit.server.speech.VoiceSample;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is to be spoken: the text stands in the last assistant message, a user message says
 * how (speech synthesis page). That what the page forbids is a 400, and the texts of refusals, are
 * ASSUMED; fields of talk, such as {@code stop} and {@code tools}, are not looked at.
 */
record SpeechReader(Fields body, ModelSpec spec, Speech speech) {

  private static final String DESIGNED = "designed: ";

  Task.Speak read(List<Turn> turns) throws Incorrect {
    Fields audio = new Fields(body.object("audio").orElseGet(MissingNode::getInstance));
    boolean streamed = body.flag("stream").orElse(false);
    boolean preview = audio.flag("optimize_text_preview").orElse(false);
    if (preview && !speech.optimizeTextPreview()) {
      throw new Incorrect("`audio.optimize_text_preview` is not supported by " + spec.id());
    }
    Optional<String> style = last(turns, "user");
    if (speech.userMessageRequired() && style.isEmpty()) {
      throw new Incorrect("a user message that describes the voice is not set");
    }
    Optional<String> text = last(turns, "assistant");
    if (text.isEmpty() && !preview) {
      throw new Incorrect("an assistant message with the text to be spoken is not set");
    }
    return new Task.Speak(
        text.orElse(""),
        voice(audio, style.orElse("")),
        format(audio, streamed),
        preview,
        streamed && speech.voice() == VoiceField.OPTIONAL);
  }

  private static Optional<String> last(List<Turn> turns, String role) {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (turns.get(i).role().equals(role) && !turns.get(i).text().isBlank()) {
        return Optional.of(turns.get(i).text());
      }
    }
    return Optional.empty();
  }

  private static SpeechFormat format(Fields audio, boolean streamed) throws Incorrect {
    Optional<String> name = audio.text("format");
    if (name.isEmpty()) {
      return streamed ? SpeechFormat.PCM16 : SpeechFormat.WAV;
    }
    return SpeechFormat.named(name.get())
        .orElseThrow(() -> new Incorrect("`audio.format` must be wav, mp3, pcm or pcm16"));
  }

  private String voice(Fields audio, String style) throws Incorrect {
    Optional<String> voice = audio.text("voice");
    return switch (speech.voice()) {
      case OPTIONAL -> named(voice.or(speech::preset).orElse(""));
      case REQUIRED ->
          cloned(
              voice.orElseThrow(
                  () -> new Incorrect("`audio.voice` is not set", ErrorCase.MISSING_FIELD)));
      case UNSUPPORTED -> {
        if (voice.isPresent()) {
          throw new Incorrect("`audio.voice` is not supported by " + spec.id());
        }
        yield DESIGNED + style;
      }
    };
  }

  private String named(String voice) throws Incorrect {
    if (!speech.voices().contains(voice)) {
      throw new Incorrect("`audio.voice` must be one of " + String.join(", ", speech.voices()));
    }
    return voice;
  }

  private static String cloned(String dataUrl) throws Incorrect {
    SampleCheck check = VoiceSample.of(dataUrl);
    if (check instanceof BadSample bad) {
      throw new Incorrect(bad.reason());
    }
    return ((VoiceSample) check).fingerprint();
  }
}
