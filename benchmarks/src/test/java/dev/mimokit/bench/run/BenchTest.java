package dev.mimokit.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.bench.quota.AdmitBenchmark;
import dev.mimokit.bench.quota.RejectBenchmark;
import dev.mimokit.core.quota.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchTest {

  @Test
  void every_suite_of_jmh_names_benchmarks_that_exist() {
    for (Suite suite : List.of(Suite.LIMITER, Suite.TOKENS)) {
      assertThat(
              BenchmarkList.defaultList()
                  .find(
                      OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                      List.of(suite.include()),
                      List.of()))
          .as(suite.id())
          .isNotEmpty();
    }
  }

  @Test
  void refuses_an_unknown_suite_by_name() {
    assertThatThrownBy(() -> Suite.named(List.of("limiter", "tokenz")))
        .hasMessage(
            "unknown benchmark suite 'tokenz': expected limiter, tokens, streams, http, planner");
  }

  @Test
  void no_name_means_all_suites() {
    assertThat(Suite.named(List.of()))
        .containsExactly(Suite.LIMITER, Suite.TOKENS, Suite.STREAMS, Suite.HTTP, Suite.PLANNER);
  }

  @Test
  void the_subjects_do_what_their_names_say() {
    assertThat(new AdmitBenchmark().admitAndSettle()).isTrue();
    assertThat(new AdmitBenchmark().bucket4jPair()).isTrue();
    assertThat(new RejectBenchmark().reject()).isInstanceOf(Rejected.class);
    assertThat(new RejectBenchmark().bucket4j()).isFalse();
  }
}
