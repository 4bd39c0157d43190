package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mimokit.core.catalog.Hearing;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.media.MediaKind;
import dev.mimokit.server.media.MediaPart;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.media.MediaReading;
import dev.mimokit.server.media.MediaRefusal;
import dev.mimokit.server.media.MediaTokens;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;

/**
 * Reads what is to be written down: one message of one {@code input_audio} part, a data URL of mp3
 * or wav (speech recognition page, 2026-06-11). The texts of refusals are ASSUMED.
 */
record RecognitionReader(Fields body, Hearing hearing, MediaReader media) {

  /** The task and the one turn it came in. */
  record Heard(Task.Transcribe task, Turn turn) {}

  Heard read() throws Incorrect {
    JsonNode messages = body.array("messages");
    JsonNode part = messages.path(0).path("content").path(0);
    boolean single = messages.size() == 1 && messages.path(0).path("content").size() == 1;
    if (!single || !part.path("type").asText("").equals("input_audio")) {
      throw new Incorrect("`messages` must be one user message of one input_audio part");
    }
    String source = part.path("input_audio").path("data").asText("");
    MediaReading reading = media.read(new MediaPart(MediaKind.SPEECH, source));
    if (reading instanceof MediaRefusal refusal) {
      throw new Incorrect(refusal.reason());
    }
    MediaTokens tokens = (MediaTokens) reading;
    return new Heard(
        new Task.Transcribe(language(), tokens.seconds().orElse(0), source.hashCode()),
        new Turn("user", "", new Media(0, tokens.audio(), 0)));
  }

  private String language() throws Incorrect {
    Fields options = new Fields(body.object("asr_options").orElseGet(MissingNode::getInstance));
    String language = options.text("language").orElse("auto");
    if (!hearing.languages().contains(language)) {
      throw new Incorrect(
          "`asr_options.language` must be one of " + String.join(", ", hearing.languages()));
    }
    return language;
  }
}
