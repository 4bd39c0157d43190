package dev.mimokit.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.Limits;
import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  private static final long SECOND = 1_000_000_000L;

  private final Limits limits = Catalog.load(Catalog.DEFAULT_REVISION).models().get(0).limits();

  @Test
  void each_profile_counts_as_its_file_says() {
    StringBuilder table = new StringBuilder();
    for (String name : Profiles.NAMES) {
      Profile profile = Profiles.load(name);
      Counting counting = profile.quota(limits).counting();
      table.append(
          String.format(
              Locale.ROOT,
              "%-14s %-12s %2d s  %-18s %s%n",
              profile.name(),
              Choice.word(counting.windowKind()),
              counting.grain().toSeconds(),
              Choice.word(counting.accounting()),
              counting.countRefused() ? "refused count" : "refused do not count"));
    }

    assertThat(table)
        .hasToString(
            """
            documented     sliding-log  60 s  reserve-and-settle refused do not count
            strict         sliding-log  60 s  reserve-and-settle refused do not count
            calendar       calendar     60 s  reserve-and-settle refused do not count
            openai-like    sliding-log  60 s  reserve-and-settle refused count
            anthropic-like token-bucket  1 s  reserve-and-settle refused do not count
            azure-like     sub-windows   1 s  estimate-only      refused do not count
            overloaded     sliding-log  60 s  reserve-and-settle refused do not count
            """);
  }

  @Test
  void profiles_differ_in_how_many_of_100_they_admit_at_once() {
    assertThat(atOnce("documented")).isEqualTo(100);
    assertThat(atOnce("anthropic-like")).isEqualTo(1);
    assertThat(atOnce("azure-like")).isEqualTo(2);
  }

  @Test
  void every_part_of_a_profile_has_a_source() {
    for (String name : Profiles.NAMES) {
      Profile profile = Profiles.load(name);

      assertThat(profile.name()).isEqualTo(name);
      assertThat(profile.window().source()).isNotBlank();
      assertThat(profile.concurrencyScope().source()).isNotBlank();
      assertThat(profile.counting().grain().source()).isNotBlank();
    }
  }

  private long atOnce(String name) {
    Quota quota = Profiles.load(name).quota(limits);
    QuotaLimiter limiter = new QuotaLimiter(quota, 0);
    long admitted = 0;
    for (int i = 0; i < 100; i++) {
      admitted += limiter.tryAcquire(SECOND, 1) instanceof Lease ? 1 : 0;
    }
    return admitted;
  }
}
