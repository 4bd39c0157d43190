package dev.mimokit.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected values are written out from the pages by hand. */
class CatalogTest {

  private static final Catalog MAY = Catalog.load("2026-05-22");
  private static final Catalog OCTOBER = Catalog.load("2026-10-09");

  @Test
  void prints_the_text_models_of_may_as_the_page_does() {
    assertThat(limits(MAY, ModelSpec.Kind.TEXT))
        .isEqualTo(
            """
            mimo-v2.5-pro Pro context 1048576 1M D/A output 131072 128K D/O default 131072 rpm 100 D tpm 10000000 10M D/A
            mimo-v2-pro Pro context 1048576 1M I/A output 131072 128K I/O default 131072 rpm 100 I tpm 10000000 10M I/A
            mimo-v2.5 Omni context 1048576 1M D/A output 131072 128K D/O default 32768 rpm 100 I tpm 10000000 10M I/A
            mimo-v2-omni Omni context 262144 256K D/A output 131072 128K D/O default 32768 rpm 100 I tpm 10000000 10M I/A
            mimo-v2-flash Flash context 262144 256K D/A output 65536 64K D/D default 65536 rpm 100 I tpm 10000000 10M I/A
            """);
  }

  @Test
  void prints_the_speech_models_of_may_as_the_page_does() {
    assertThat(limits(MAY, ModelSpec.Kind.TTS))
        .isEqualTo(
            """
            mimo-v2.5-tts TTS context 8192 8K D/A output 8192 8K D/D default 8192 rpm 100 D tpm 10000000 10M D/A
            mimo-v2.5-tts-voiceclone TTS context 8192 8K I/A output 8192 8K I/D default 8192 rpm 100 I tpm 10000000 10M I/A
            mimo-v2.5-tts-voicedesign TTS context 8192 8K I/A output 8192 8K I/D default 8192 rpm 100 I tpm 10000000 10M I/A
            mimo-v2-tts TTS context 8192 8K I/A output 8192 8K I/D default 8192 rpm 100 I tpm 10000000 10M I/A
            """);
  }

  @Test
  void prints_the_models_of_october_as_the_page_does() {
    assertThat(
            limits(OCTOBER, ModelSpec.Kind.TEXT)
                + limits(OCTOBER, ModelSpec.Kind.ASR)
                + limits(OCTOBER, ModelSpec.Kind.TTS))
        .isEqualTo(
            """
            mimo-v2.6-pro V2.6 context 1048576 1M D/A output 131072 128K D/O default 131072 rpm 100 D tpm 10000000 10M D/A
            mimo-v2.6-flash V2.6 context 1048576 1M D/A output 131072 128K D/O default 131072 rpm 100 D tpm 10000000 10M D/A
            mimo-v2.6-pro-ultraspeed V2.6 context 1048576 1M D/A output 131072 128K D/O default 131072 rpm - tpm -
            mimo-v2.5 V2.5 context 1048576 1M D/A output 131072 128K D/O default 32768 rpm 100 D tpm 10000000 10M D/A
            mimo-v2.5-pro V2.5 context 1048576 1M D/A output 131072 128K D/O default 131072 rpm 100 D tpm 10000000 10M D/A
            mimo-v2.5-asr ASR context 8192 8k D/A output 2048 2k D/A default 2048 rpm 100 D tpm 10000 10k D/A
            mimo-v2.5-tts TTS context 8192 8K D/A output 8192 8K D/D default 8192 rpm 100 D tpm 10000000 10M D/A
            mimo-v2.5-tts-voiceclone TTS context 8192 8K I/A output 8192 8K I/D default 8192 rpm 100 I tpm 10000000 10M I/A
            mimo-v2.5-tts-voicedesign TTS context 8192 8K I/A output 8192 8K I/D default 8192 rpm 100 I tpm 10000000 10M I/A
            """);
  }

  @Test
  void cites_page_and_row_and_the_row_a_merged_cell_was_printed_in() {
    assertThat(spec("mimo-v2.5-pro").limits().context().source())
        .isEqualTo(
            "Model and Rate Limit (page of 2026-05-22), Text Generation Model, row mimo-v2.5-pro");
    assertThat(spec("mimo-v2-flash").limits().rpm().orElseThrow().source())
        .isEqualTo(
            "Model and Rate Limit (page of 2026-05-22), Text Generation Model, row mimo-v2-flash:"
                + " cell merged with row mimo-v2.5-pro");
  }

  @Test
  void knows_no_concurrency_limit_because_none_was_ever_printed() {
    assertThat(MAY.models()).allMatch(model -> model.limits().concurrency().isEmpty());
    assertThat(OCTOBER.models()).allMatch(model -> model.limits().concurrency().isEmpty());
  }

  @Test
  void only_flash_of_may_answers_without_thinking_and_with_a_cool_temperature() {
    ModelSpec flash = spec("mimo-v2-flash");

    assertThat(flash.thinking().supported()).isTrue();
    assertThat(flash.thinking().enabledByDefault()).isFalse();
    assertThat(flash.temperature().preset()).hasValue(0.3);
    assertThat(flash.temperature().whileThinking()).isEmpty();
    assertThat(MAY.models())
        .filteredOn(model -> model.kind() == ModelSpec.Kind.TEXT && !model.equals(flash))
        .allMatch(model -> model.thinking().enabledByDefault())
        .allMatch(model -> model.temperature().preset().getAsDouble() == 1.0);
  }

  @Test
  void thinking_forces_the_temperature_in_may_and_top_p_too_in_october() {
    assertThat(spec("mimo-v2.5-pro").temperature().whileThinking()).hasValue(1.0);
    assertThat(spec("mimo-v2.5-pro").topP().whileThinking()).isEmpty();
    assertThat(OCTOBER.find("mimo-v2.6-pro").orElseThrow().topP().whileThinking()).hasValue(0.95);
  }

  @Test
  void accepts_sampling_values_up_to_both_ends_of_the_range() {
    Setting temperature = spec("mimo-v2.5").temperature();
    Setting topP = spec("mimo-v2.5").topP();

    assertThat(Stream.of(0.0, 1.5)).allMatch(temperature::accepts);
    assertThat(Stream.of(-0.01, 1.51, Double.NaN)).noneMatch(temperature::accepts);
    assertThat(Stream.of(0.01, 1.0)).allMatch(topP::accepts);
    assertThat(Stream.of(0.0, 1.01)).noneMatch(topP::accepts);
  }

  @Test
  void only_the_omni_series_of_may_takes_pictures() {
    assertThat(MAY.models())
        .filteredOn(model -> model.takes(ModelSpec.Modality.IMAGE))
        .extracting(ModelSpec::id)
        .containsExactly("mimo-v2.5", "mimo-v2-omni");
    assertThat(spec("mimo-v2-omni").can(ModelSpec.Capability.FULL_MODAL_UNDERSTANDING)).isTrue();
    assertThat(spec("mimo-v2.5-pro").can(ModelSpec.Capability.FULL_MODAL_UNDERSTANDING)).isFalse();
  }

  @Test
  void knows_the_voices() {
    assertThat(spec("mimo-v2.5-tts").speech().orElseThrow().voices())
        .containsExactly("mimo_default", "冰糖", "茉莉", "苏打", "白桦", "Mia", "Chloe", "Milo", "Dean");
    assertThat(spec("mimo-v2-tts").speech().orElseThrow().voices())
        .containsExactly("mimo_default", "default_en", "default_zh");
    assertThat(spec("mimo-v2.5-tts-voiceclone").speech().orElseThrow().voice())
        .isEqualTo(Speech.VoiceField.REQUIRED);
    assertThat(spec("mimo-v2.5-tts-voicedesign").speech().orElseThrow().voice())
        .isEqualTo(Speech.VoiceField.UNSUPPORTED);
  }

  @Test
  void asks_may_prices_in_yuan_and_twice_as_much_for_a_long_input_of_the_large_models() {
    Price.PerToken pro = tokenPrice(MAY, "mimo-v2.5-pro");

    assertThat(pro.currency()).isEqualTo("CNY");
    assertThat(pro.band(262_144)).isEqualTo(new Price.Band(0, 1.40, 7, 21));
    assertThat(pro.band(262_145)).isEqualTo(new Price.Band(262_144, 2.80, 14, 42));
    assertThat(tokenPrice(MAY, "mimo-v2-pro").bands()).isEqualTo(pro.bands());
    assertThat(tokenPrice(MAY, "mimo-v2.5").bands())
        .containsExactly(
            new Price.Band(0, 0.56, 2.80, 14), new Price.Band(262_144, 1.12, 5.60, 28));
    assertThat(tokenPrice(MAY, "mimo-v2-omni").bands())
        .containsExactly(new Price.Band(0, 0.56, 2.80, 14));
    assertThat(tokenPrice(MAY, "mimo-v2-flash").bands())
        .containsExactly(new Price.Band(0, 0.07, 0.70, 2.10));
  }

  @Test
  void asks_october_prices_in_dollars_and_the_same_for_any_input() {
    Price.PerToken pro = tokenPrice(OCTOBER, "mimo-v2.6-pro");

    assertThat(pro.currency()).isEqualTo("USD");
    assertThat(pro.bands()).containsExactly(new Price.Band(0, 0.0036, 0.435, 0.87));
    assertThat(tokenPrice(OCTOBER, "mimo-v2.5-pro").bands()).isEqualTo(pro.bands());
    assertThat(tokenPrice(OCTOBER, "mimo-v2.6-flash").bands())
        .containsExactly(new Price.Band(0, 0.0028, 0.14, 0.28));
    assertThat(tokenPrice(OCTOBER, "mimo-v2.5").bands())
        .containsExactly(new Price.Band(0, 0.0028, 0.14, 0.28));
    assertThat(tokenPrice(OCTOBER, "mimo-v2.6-pro-ultraspeed").bands())
        .containsExactly(new Price.Band(0, 0.036, 4.35, 8.7));
  }

  @Test
  void asks_nothing_for_speaking_and_by_the_hour_for_listening() {
    assertThat(Stream.of(MAY, OCTOBER).flatMap(catalog -> catalog.models().stream()))
        .filteredOn(model -> model.kind() == ModelSpec.Kind.TTS)
        .hasSize(7)
        .allMatch(model -> model.price() instanceof Price.Free);
    assertThat(OCTOBER.find("mimo-v2.5-asr").orElseThrow().price())
        .isEqualTo(
            new Price.PerAudioHour(
                "USD",
                0.074,
                Provenance.DOCUMENTED,
                "Pay as You Go (page of October 2026), row mimo-v2.5-asr"));
  }

  @Test
  void refuses_bands_that_do_not_begin_at_the_first_token_or_are_out_of_order() {
    Price.Band first = new Price.Band(0, 1, 1, 1);
    Price.Band second = new Price.Band(10, 1, 1, 1);

    assertThatThrownBy(() -> price(second)).hasMessageStartingWith("the first band must begin");
    assertThatThrownBy(() -> price(first, second, second))
        .hasMessageStartingWith("bands must be in order of input");
    assertThatThrownBy(() -> new Price.Band(0, -1, 1, 1))
        .hasMessage("a band must not be negative: 0, -1.0, 1.0, 1.0");
  }

  @Test
  void knows_how_each_speech_model_is_told_its_voice() {
    Speech clone = spec("mimo-v2.5-tts-voiceclone").speech().orElseThrow();
    Speech design = spec("mimo-v2.5-tts-voicedesign").speech().orElseThrow();

    assertThat(spec("mimo-v2.5-tts").speech().orElseThrow().preset()).hasValue("mimo_default");
    assertThat(clone.form()).hasValue("data URL, base64, mp3 or wav");
    assertThat(clone.preset()).isEmpty();
    assertThat(design.userMessageRequired()).isTrue();
    assertThat(design.optimizeTextPreview()).isTrue();
    assertThat(clone.optimizeTextPreview()).isFalse();
  }

  @Test
  void knows_what_the_listening_model_understands() {
    ModelSpec asr = OCTOBER.find("mimo-v2.5-asr").orElseThrow();

    assertThat(asr.inputs()).containsExactly(ModelSpec.Modality.AUDIO);
    assertThat(asr.hearing().orElseThrow().languages()).containsExactly("auto", "zh", "en");
    assertThat(asr.hearing().orElseThrow().formats()).containsExactly("mp3", "wav");
  }

  @Test
  void lists_the_nine_models_of_may_alphabetically_as_observed() {
    assertThat(MAY.listing().ids())
        .containsExactly(
            "mimo-v2-flash",
            "mimo-v2-omni",
            "mimo-v2-pro",
            "mimo-v2-tts",
            "mimo-v2.5",
            "mimo-v2.5-pro",
            "mimo-v2.5-tts",
            "mimo-v2.5-tts-voiceclone",
            "mimo-v2.5-tts-voicedesign");
    assertThat(MAY.listing().provenance()).isEqualTo(Provenance.OBSERVED);
    assertThat(OCTOBER.listing().provenance()).isEqualTo(Provenance.ASSUMED);
  }

  @Test
  void remembers_the_retired_ids_and_where_their_calls_went() {
    assertThat(MAY.retired()).isEmpty();
    assertThat(OCTOBER.retired())
        .extracting(RetiredModel::id)
        .containsExactly(
            "mimo-v2-pro",
            "mimo-v2-omni",
            "mimo-v2-flash",
            "mimo-v2-tts",
            "mimo-v2.5-pro-ultraspeed");
    Forwarding omni = OCTOBER.retired().get(1).forwarding().orElseThrow();
    assertThat(omni.target()).isEqualTo("mimo-v2.5");
    assertThat(omni.from()).isEqualTo(OffsetDateTime.parse("2026-06-01T00:00:00+08:00"));
    assertThat(omni.provenance()).isEqualTo(Provenance.OBSERVED);
    assertThat(OCTOBER.find("mimo-v2.5").orElseThrow().forwarding().orElseThrow().invalidFrom())
        .isEqualTo(OffsetDateTime.parse("2026-10-21T10:00:00+08:00"));
  }

  @ParameterizedTest
  @MethodSource("everyRevision")
  void gives_every_model_the_place_it_has_on_the_page(Catalog catalog) {
    for (int i = 0; i < catalog.models().size(); i++) {
      assertThat(catalog.indexOf(catalog.models().get(i).id())).isEqualTo(i);
    }
    assertThat(catalog.indexOf("gpt-4o")).isEqualTo(-1);
    assertThat(catalog.find("MIMO-V2.5-PRO")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyRevision")
  void names_only_models_it_knows_in_listing_and_guide(Catalog catalog) {
    assertThat(catalog.listing().ids())
        .containsExactlyInAnyOrderElementsOf(catalog.models().stream().map(ModelSpec::id).toList());
    assertThat(catalog.guide())
        .flatExtracting(Recommendation::models)
        .allMatch(id -> catalog.find(id).isPresent());
  }

  @ParameterizedTest
  @MethodSource("everyRevision")
  void reads_lengths_in_binary_and_rates_in_decimal(Catalog catalog) {
    for (ModelSpec model : catalog.models()) {
      Limits limits = model.limits();
      for (Figure length : List.of(limits.context(), limits.maxOutput())) {
        assertThat(length.value()).as(length.source()).isEqualTo(expand(length.printed(), 1024));
      }
      limits.tpm().ifPresent(tpm -> assertThat(tpm.value()).isEqualTo(expand(tpm.printed(), 1000)));
    }
  }

  @Test
  void refuses_a_revision_it_does_not_have() {
    assertThatThrownBy(() -> Catalog.load("2025-01-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown catalogue revision: '2025-01-01', expected one of [2026-05-22, 2026-10-09]");
    assertThat(Catalog.revisions()).contains(Catalog.DEFAULT_REVISION).hasSize(2);
  }

  private static List<Catalog> everyRevision() {
    return List.of(MAY, OCTOBER);
  }

  private static Price.PerToken tokenPrice(Catalog catalog, String id) {
    return (Price.PerToken) catalog.find(id).orElseThrow().price();
  }

  private static Price price(Price.Band... bands) {
    return new Price.PerToken("CNY", List.of(bands), Provenance.ASSUMED, "here");
  }

  private static ModelSpec spec(String id) {
    return MAY.find(id).orElseThrow();
  }

  private static long expand(String printed, long thousand) {
    long number = Long.parseLong(printed.substring(0, printed.length() - 1));
    return switch (printed.charAt(printed.length() - 1)) {
      case 'K', 'k' -> number * thousand;
      case 'M' -> number * thousand * thousand;
      default -> throw new AssertionError("no unit: " + printed);
    };
  }

  private static String limits(Catalog catalog, ModelSpec.Kind kind) {
    List<String> lines = new ArrayList<>();
    for (ModelSpec model : catalog.models()) {
      if (model.kind() == kind) {
        lines.add(line(model) + "\n");
      }
    }
    return String.join("", lines);
  }

  private static String line(ModelSpec model) {
    Limits limits = model.limits();
    return "%s %s context %s output %s default %d rpm %s tpm %s"
        .formatted(
            model.id(),
            model.series(),
            figure(limits.context()),
            figure(limits.maxOutput()),
            limits.defaultMaxCompletion().value(),
            limits.rpm().map(CatalogTest::figure).orElse("-"),
            limits.tpm().map(CatalogTest::figure).orElse("-"));
  }

  private static String figure(Figure figure) {
    String ground = figure.provenance().name().substring(0, 1);
    String reading = figure.expansion().name().substring(0, 1);
    return String.valueOf(figure.value()).equals(figure.printed())
        ? figure.value() + " " + ground
        : "%d %s %s/%s".formatted(figure.value(), figure.printed(), ground, reading);
  }
}
