package dev.mimokit.server.config;

import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.quirk.AnsweredName;
import dev.mimokit.server.quirk.AnthropicHabits;
import dev.mimokit.server.quirk.BadRequests;
import dev.mimokit.server.quirk.Caching;
import dev.mimokit.server.quirk.EmptyDetails;
import dev.mimokit.server.quirk.Ground;
import dev.mimokit.server.quirk.Judging;
import dev.mimokit.server.quirk.Measures;
import dev.mimokit.server.quirk.OutOfRange;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.quirk.SchemaFormat;
import dev.mimokit.server.quirk.StartUsage;
import dev.mimokit.server.quirk.UsageChunk;
import dev.mimokit.server.yaml.YamlException;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;

/** Reads {@code wire}. */
final class QuirksReader {

  private static final Quirks USUAL = Quirks.DEFAULT;

  private final YamlMap map;

  private QuirksReader(YamlMap map) {
    this.map = map;
  }

  static Quirks read(YamlValue value) {
    YamlMap map = value.map().only(Quirks.GROUNDS.stream().map(Ground::key).toArray(String[]::new));
    try {
      return new QuirksReader(map).quirks();
    } catch (YamlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw value.refused(String.valueOf(e.getMessage()));
    }
  }

  private Quirks quirks() {
    return new Quirks(
        flag("streamErrorPrefix", USUAL.streamErrorPrefix()),
        choice("usageChunk", USUAL.usageChunk(), UsageChunk.class),
        choice("emptyPromptDetails", USUAL.emptyPromptDetails(), EmptyDetails.class),
        whole("moderationStatus", USUAL.moderationStatus()),
        flag("createdDrifts", USUAL.createdDrifts()),
        flag("gatewayHeaders", USUAL.gatewayHeaders()),
        whole("implicitSystemTokens", USUAL.implicitSystemTokens()),
        whole("bodyLimitBytes", USUAL.bodyLimitBytes()),
        flag("forwarding", USUAL.forwarding()),
        flag("stripOneMillionSuffix", USUAL.stripOneMillionSuffix()),
        flag("ttsCharge", USUAL.ttsCharge()),
        whole("contextOverflowStatus", USUAL.contextOverflowStatus()),
        map.find("streamErrorContentType")
            .map(YamlValue::text)
            .orElse(USUAL.streamErrorContentType()),
        judging(USUAL.judging()),
        caching(USUAL.caching()),
        anthropic(USUAL.anthropic()),
        measures(USUAL.measures()),
        map.find("errors").map(ErrorFormReader::read).orElse(USUAL.errors()));
  }

  private Judging judging(Judging usual) {
    return new Judging(
        choice("outOfRange", usual.outOfRange(), OutOfRange.class),
        flag("manyStopsRefused", usual.manyStopsRefused()),
        flag("unsettledFieldsRefused", usual.unsettledFieldsRefused()),
        flag("nRefused", usual.nRefused()),
        choice("jsonSchema", usual.jsonSchema(), SchemaFormat.class),
        flag("nullContentRefused", usual.nullContentRefused()),
        choice("badRequests", usual.badRequests(), BadRequests.class));
  }

  private Caching caching(Caching usual) {
    return new Caching(
        flag("promptCache", usual.promptCache()),
        whole("cacheGrain", usual.cacheGrain()),
        flag("cachedTokensCharged", usual.cachedTokensCharged()));
  }

  private AnthropicHabits anthropic(AnthropicHabits usual) {
    return new AnthropicHabits(
        flag("anthropicThinkingFirst", usual.anthropicThinkingFirst()),
        flag("anthropicErrorPrefix", usual.anthropicErrorPrefix()),
        flag("anthropicPing", usual.anthropicPing()),
        choice("anthropicStartUsage", usual.anthropicStartUsage(), StartUsage.class));
  }

  private Measures measures(Measures usual) {
    return new Measures(
        whole("kilo", usual.kilo()),
        whole("ttsTokenMillis", usual.ttsTokenMillis()),
        flag("toolTokens", usual.toolTokens()),
        choice("answeredName", usual.answeredName(), AnsweredName.class),
        whole("otherMethodStatus", usual.otherMethodStatus()));
  }

  private boolean flag(String name, boolean usual) {
    return map.find(name).map(YamlValue::flag).orElse(usual);
  }

  private int whole(String name, int usual) {
    return map.find(name).map(value -> (int) value.whole(0, Integer.MAX_VALUE)).orElse(usual);
  }

  /** A plain {@code null} is a word too. */
  private <E extends Enum<E>> E choice(String name, E usual, Class<E> type) {
    return map.find(name)
        .map(
            value ->
                Choice.of(type, value.word())
                    .orElseThrow(
                        () -> value.refused("expected " + Choice.list(type) + ": " + value.word())))
        .orElse(usual);
  }
}
