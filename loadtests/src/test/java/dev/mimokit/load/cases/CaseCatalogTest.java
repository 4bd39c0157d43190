package dev.mimokit.load.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Load;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseCatalogTest {

  private static final String VALID =
      """
      {"schemaVersion":1,"cases":[{"id":"7.1","title":"t","rule":"r","reason":"why",
        "time":"R5",
        "load":{"calls":2,"keys":1,"deadlineMillis":1000,"observeMillis":500},
        "script":{"variants":[[{"status":429,"retryAfter":"2","times":2},{"status":400}]],
                  "then":"repeat"},
        "phase":{"profile":"calendar","sendRetryAfter":true,"windowAgeMillis":7,"usedRequests":3},
        "criteria":[{"aspect":"behavior","severity":"SHOULD","formula":"gap-min >= 0.05",
                     "reason":"because"}]}]}
      """;

  private final CaseCatalog catalog = CaseCatalog.load();

  @Test
  void holds_the_cases_of_this_gate_in_the_order_of_their_ids() {
    assertThat(ids(catalog.cases()))
        .containsExactly(
            "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11", "1.12",
            "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "2.10", "2.11", "2.12",
            "2.13", "2.14", "2.15", "2.16", "2.17", "2.18", "3.1", "3.2", "3.3", "3.4", "3.5",
            "3.6", "3.7", "3.8", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9",
            "4.10", "4.11", "4.12", "4.13", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "6.1", "6.2",
            "6.3", "6.4", "6.5", "6.6", "6.7", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.7",
            "8.1", "8.2", "8.3", "8.4", "8.5", "9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2",
            "10.3", "10.4", "10.5", "10.6")
        .isSortedAccordingTo(Comparator.comparing(CaseCatalogTest::numbers, Arrays::compare));
  }

  private static int[] numbers(String id) {
    return Arrays.stream(id.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void the_short_gate_is_exactly_this() {
    assertThat(ids(catalog.smoke()))
        .containsExactly(
            "1.1", "1.2", "1.3", "1.4", "1.5", "1.7", "1.11", "2.1", "2.2", "2.3", "2.4", "2.5",
            "2.6", "2.8", "2.9", "2.10", "3.1", "3.4", "4.1", "5.3", "6.4", "7.2", "7.3", "7.4",
            "9.1");
  }

  @Test
  void the_long_gate_adds_exactly_this() {
    assertThat(catalog.cases())
        .filteredOn(Case::nightly)
        .extracting(Case::id)
        .containsExactly("3.7", "4.3", "4.6", "4.12", "10.5");
  }

  @Test
  void shared_runs_share_load_script_and_phase() {
    Case burst = catalog.find("4.1").orElseThrow();
    Case integrity = catalog.find("9.1").orElseThrow();

    assertThat(integrity.sharesRunOf()).contains("4.1");
    assertThat(integrity.load()).isEqualTo(burst.load());
    assertThat(integrity.phase()).isEqualTo(burst.phase()).isPresent();
  }

  @Test
  void every_case_that_repeats_for_ever_leaves_the_client_more_time_than_is_watched() {
    List<String> aboutDeadlines =
        List.of("3.8", "6.4", "6.5", "7.2", "7.3", "7.4", "7.5", "7.7", "8.3", "8.5", "10.4");

    assertThat(catalog.cases())
        .filteredOn(c -> c.script().repeatLast() && !aboutDeadlines.contains(c.id()))
        .allSatisfy(
            c -> assertThat(c.load().deadlineMillis()).isGreaterThan(c.load().observeMillis()));
  }

  @Test
  void the_full_set_of_loads_begins_with_the_rows_of_the_short_one() {
    List<String> brief = ids(CaseCatalog.loads(true).cases());

    assertThat(brief)
        .containsExactly(
            "load.burst",
            "load.crowd",
            "load.open",
            "load.closed",
            "load.keys",
            "load.models",
            "load.tokens");
    assertThat(ids(CaseCatalog.loads(false).cases()))
        .startsWith(brief.toArray(String[]::new))
        .endsWith("load.outage", "load.flapping", "load.overload", "load.sustained");
  }

  @Test
  void lists_id_severity_and_title() {
    assertThat(catalog.listing())
        .contains(
            "1.10        MAY    R3             408, 409 and 529 are recorded",
            "2.9         MUST   R15    smoke   Retry-After 30 is not shortened",
            "3.6         SHOULD R60/V          Retrying outlives a minute",
            "3.7         SHOULD L/V    nightly Waits are capped");
  }

  @Test
  void reads_every_field() {
    Case read = CaseCatalog.parse("x.json", VALID).cases().get(0);

    assertThat(read.load()).isEqualTo(new Load(2, 1, 1000, 500));
    assertThat(read.script().variants().get(0)).hasSize(2);
    assertThat(read.script().variants().get(0).get(0).times()).isEqualTo(2);
    assertThat(read.script().repeatLast()).isTrue();
    assertThat(read.phase().orElseThrow().used().requests()).isEqualTo(3);
    assertThat(read.criteria().get(0).formula()).isEqualTo("gap-min >= 0.05 (SHOULD)");
  }

  @Test
  void writes_every_part_of_a_step_as_the_mock_reads_it() {
    String steps =
        """
        [[{"status":429,"retryAfterDateSeconds":3,"dateSkewSeconds":-5,"headers":{"a":["b","c"]},
           "body":"x","contentType":"text/plain","forMillis":70,"percent":50},
          {"status":200,"delayMillis":9,
           "faults":[{"fault":"drop","how":"close","phase":"before-end"},
                     {"fault":"stall","millis":4,"phase":"between-tokens","afterEvents":-2},
                     {"fault":"error-event","data":"{}"}],"forMillis":80}]]
        """
            .replaceAll("\\s", "");
    Case read =
        CaseCatalog.parse("x.json", VALID.replaceFirst("(?s)\\[\\[.*?\\]\\]", steps))
            .cases()
            .get(0);

    assertThat(AdminJson.script("demo", read.script()))
        .isEqualTo("{\"account\":\"demo\",\"variants\":" + steps + ",\"then\":\"repeat\"}");
  }

  @Test
  void refuses_an_unknown_field_by_file_case_and_name() {
    assertRefused("\"title\"", "\"tilte\":\"\",\"title\"")
        .hasMessage("x.json case 7.1.tilte is not a known field");
    assertRefused("\"times\":2", "\"tmies\":2")
        .hasMessage("x.json case 7.1.script.variants[0][0].tmies is not a known field");
  }

  @Test
  void refuses_a_wrong_value_by_file_case_and_name() {
    assertRefused("\"calls\":2", "\"calls\":\"many\"")
        .hasMessage("x.json case 7.1.load.calls must be a whole number: \"many\"");
    assertRefused("\"status\":400", "\"status\":302")
        .hasMessage(
            "x.json case 7.1.script.variants[0][1].status: status must be 200 or within 400..599:"
                + " 302");
    assertRefused("gap-min", "gap-max")
        .hasMessageStartingWith("x.json case 7.1.criteria[0].formula: unknown metric gap-max");
    assertRefused("\"repeat\"", "\"again\"")
        .hasMessage("x.json case 7.1.script.then: must be serve or repeat: again");
    assertRefused("\"rule\":\"r\",", "").hasMessageContaining("case 7.1.rule is missing");
  }

  @Test
  void refuses_a_case_that_names_a_run_beside_the_one_it_shares() {
    assertRefused("\"load\"", "\"sharesRunOf\":\"7.0\",\"load\"")
        .hasMessage("x.json case 7.1.sharesRunOf: expected an earlier case with its own run: 7.0");
  }

  @Test
  void refuses_broken_json_by_line() {
    assertRefused("\"keys\":1,", "\"keys\":1,,").hasMessageStartingWith("x.json line 3: ");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String part, String instead) {
    return assertThatThrownBy(() -> CaseCatalog.parse("x.json", VALID.replace(part, instead)))
        .isInstanceOf(CaseFormatException.class);
  }

  private static List<String> ids(List<Case> cases) {
    return cases.stream().map(Case::id).toList();
  }
}
