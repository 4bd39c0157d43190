package dev.mimokit.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.mimokit.report.read.Measured;
import dev.mimokit.report.read.RunFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparingTest {

  private static final String JDK = "17.0.15";

  private final Path dir;

  ComparingTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void a_slowdown_beyond_the_threshold_regresses() throws IOException {
    Contrast contrast = compare(jmh("avgt", 100, 101, 102), jmh("avgt", 120, 121, 123));

    assertThat(contrast.changes()).extracting(Change::kind).containsExactly(Change.Kind.REGRESSED);
    assertThat(contrast.exit(false)).isEqualTo(1);
  }

  @Test
  void more_throughput_is_no_regression_and_less_is_one() throws IOException {
    assertThat(compare(jmh("thrpt", 100, 101, 102), jmh("thrpt", 120, 121, 123)).exit(false))
        .isZero();
    assertThat(compare(jmh("thrpt", 120, 121, 123), jmh("thrpt", 100, 101, 102)).exit(false))
        .isEqualTo(1);
  }

  @Test
  void a_sure_change_below_the_threshold_is_none() throws IOException {
    Contrast contrast = compare(jmh("avgt", 100, 101, 102), jmh("avgt", 106, 107, 108));

    assertThat(contrast.changes()).extracting(Change::kind).containsExactly(Change.Kind.SAME);
    assertThat(contrast.exit(false)).isZero();
  }

  @Test
  void a_large_change_that_may_be_chance_is_none() throws IOException {
    Contrast contrast = compare(jmh("avgt", 100, 140, 90), jmh("avgt", 130, 95, 150));

    assertThat(contrast.changes()).extracting(Change::kind).containsExactly(Change.Kind.SAME);
    assertThat(contrast.changes()).extracting(Change::why).containsExactly("may be chance");
  }

  @Test
  void two_bytes_more_an_operation_regress_whatever_the_times_say() throws IOException {
    Contrast contrast = compare(allocating(16, 100), allocating(18, 100));

    assertThat(contrast.changes())
        .extracting(Change::name, Change::kind)
        .containsExactly(
            tuple("B.m", Change.Kind.SAME), tuple("B.m/allocated", Change.Kind.REGRESSED));
    assertThat(contrast.exit(false)).isEqualTo(1);
  }

  @Test
  void a_fraction_of_a_byte_and_a_hundredth_of_many_do_not_regress() throws IOException {
    assertThat(compare(allocating(0, 100), allocating(0.9, 100)).exit(false)).isZero();
    assertThat(compare(allocating(1_000, 100), allocating(1_009, 100)).exit(false)).isZero();
    assertThat(compare(allocating(1_000, 100), allocating(1_011, 100)).exit(false)).isEqualTo(1);
  }

  @Test
  void another_jdk_or_other_flags_do_not_compare() throws IOException {
    String other = jmh("avgt", 100, 101, 102).replace(JDK, "25");
    String flags = jmh("avgt", 100, 101, 102).replace("-Xmx1g", "-Xmx2g");

    assertThat(compare(jmh("avgt", 100, 101, 102), other).obstacles())
        .singleElement()
        .asString()
        .startsWith("JDK differs: \"17.0.15 VM 1\" and \"25 VM 1\"");
    assertThat(compare(jmh("avgt", 100, 101, 102), other).exit(false)).isEqualTo(3);
    assertThat(compare(jmh("avgt", 100, 101, 102), other).exit(true)).isZero();
    assertThat(compare(jmh("avgt", 100, 101, 102), flags).obstacles())
        .containsExactly("JVM flags differ in B.m: \"-Xmx1g\" and \"-Xmx2g\"");
  }

  @Test
  void another_cpu_does_not_compare() throws IOException {
    Measured base = directory("base", "x", "");
    Measured head = directory("head", "y", "");

    Contrast contrast = Comparing.compare(base, head, Thresholds.DEFAULT);

    assertThat(contrast.obstacles()).containsExactly("CPU differs: \"x\" and \"y\"");
  }

  @Test
  void a_machine_that_was_not_fit_does_not_compare() throws IOException {
    String control =
        ", \"control\": [{\"name\": \"c\", \"low\": 0.8, \"high\": 1.2,"
            + " \"band\": \"1 +- 0.05\", \"withinBand\": false}]";

    Contrast contrast =
        Comparing.compare(
            directory("base", "x", ""), directory("head", "x", control), Thresholds.DEFAULT);

    assertThat(contrast.obstacles())
        .containsExactly(
            "the head's machine was not fit: the control c was 0.8..1.2, expected 1 +- 0.05");
    assertThat(contrast.exit(false)).isEqualTo(3);
  }

  @Test
  void figures_of_one_side_are_named_and_alone_are_not_comparable() throws IOException {
    Contrast contrast =
        compare(jmh("avgt", 1, 1.1, 1.2), jmh("avgt", 1, 1.1, 1.2).replace("B.m", "B.n"));

    assertThat(contrast.onlyBase()).containsExactly("B.m");
    assertThat(contrast.onlyHead()).containsExactly("B.n");
    assertThat(contrast.exit(false)).isEqualTo(3);
  }

  @Test
  void what_was_measured_once_is_shown_and_not_judged() throws IOException {
    Contrast contrast = compare(jmh("avgt", 100), jmh("avgt", 900));

    assertThat(contrast.changes())
        .extracting(Change::why)
        .containsExactly("measured 1 times: expected at least 3");
  }

  @Test
  void a_file_without_figures_is_refused_by_name() throws IOException {
    Path empty = Files.writeString(dir.resolve("empty.json"), "[]");

    assertThatThrownBy(() -> Measured.read(empty))
        .isInstanceOf(RunFormatException.class)
        .hasMessage(empty + ": expected figures in bench.json or jmh.json");
    assertThatThrownBy(() -> Measured.read(dir.resolve("none")))
        .hasMessage(dir.resolve("none") + ": expected a benchmark run, there is none");
  }

  @Test
  void the_exact_test_is_exact() {
    Effect effect = Effect.of(List.of(1.0, 2.0, 3.0, 4.0), List.of(5.0, 6.0, 7.0, 8.0), 1);

    assertThat(effect.p()).isCloseTo(2.0 / 70, within(1e-9));
    assertThat(effect.ratio()).isEqualTo(6.5 / 2.5);
    assertThat(effect.significant()).isTrue();
  }

  @Test
  void documents_are_written_for_people_and_for_dashboards() throws IOException {
    Contrast contrast = compare(jmh("thrpt", 100, 101, 102), jmh("thrpt", 50, 50.5, 51));

    assertThat(ContrastTable.of(contrast, false))
        .contains("regressed  B.m")
        .contains("-50.0 %")
        .contains("exit 1");
    assertThat(ContrastJson.of(contrast, false).at("/changes/0/kind").asText())
        .isEqualTo("regressed");
    assertThat(ContrastJson.smallerIsBetter(contrast).at("/0/value").asDouble())
        .isEqualTo(1 / 50.5);
  }

  private Contrast compare(String base, String head) throws IOException {
    return Comparing.compare(
        Measured.read(Files.writeString(dir.resolve("base.json"), base)),
        Measured.read(Files.writeString(dir.resolve("head.json"), head)),
        Thresholds.DEFAULT);
  }

  private Measured directory(String name, String cpu, String control) throws IOException {
    Path directory = Files.createDirectories(dir.resolve(name));
    Files.writeString(
        directory.resolve("manifest.json"),
        "{\"java\": \"17\", \"cpu\": \"%s\", \"cores\": 2}".formatted(cpu));
    Files.writeString(
        directory.resolve("bench.json"),
        """
        {"rows": [{"name": "r", "value": 1.1, "unit": "x", "repeats": [1.0, 1.1, 1.2]}]%s}
        """
            .formatted(control));
    return Measured.read(directory);
  }

  private static String allocating(double bytes, double time) {
    return jmh("avgt", time, time + 1, time + 2)
        .replace(
            "\"secondaryMetrics\": {}",
            "\"secondaryMetrics\": {\"gc.alloc.rate.norm\": {\"rawData\": [[%s], [%s], [%s]]}}"
                .formatted(bytes, bytes, bytes));
  }

  private static String jmh(String mode, double... forks) {
    StringBuilder raw = new StringBuilder();
    for (double fork : forks) {
      raw.append(raw.isEmpty() ? "" : ", ").append("[").append(fork).append("]");
    }
    return """
    [{"benchmark": "dev.example.B.m", "mode": "%s", "threads": 1, "jdkVersion": "%s",
      "vmName": "VM", "vmVersion": "1", "jvmArgs": ["-Xmx1g"], "measurementIterations": 1,
      "primaryMetric": {"score": 1, "scoreUnit": "u", "rawData": [%s]}, "secondaryMetrics": {}}]
    """
        .formatted(mode, JDK, raw);
  }
}
