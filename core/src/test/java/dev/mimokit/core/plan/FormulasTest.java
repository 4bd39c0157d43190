package dev.mimokit.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas beside tables of their literature and beside each other. */
class FormulasTest {

  /** Percent; 100 permits a minute, calls a minute at random, none repeated. */
  @ParameterizedTest
  @CsvSource({
    " 70,  0.0138,  0.0012, 41.18",
    " 80,  0.399,   0.065,  44.44",
    " 90,  2.6957,  0.8332, 47.37",
    "100,  7.5700,  3.9861, 50.00",
    "120, 19.6270, 16.7693, 54.55",
    "200, 50.48,   50.00,   66.67",
  })
  void gives_the_known_shares_of_refusals(double calls, double log, double fixed, double spaced) {
    assertThat(100 * ErlangB.refusedShare(100, calls)).isCloseTo(log, within(digits(log)));
    assertThat(100 * FixedWindowLoss.refusedShare(100, calls))
        .isCloseTo(fixed, within(digits(fixed)));
    assertThat(100 * SpacedPermits.refusedShare(calls / 100)).isCloseTo(spaced, within(0.005));
  }

  private static double digits(double shown) {
    return shown < 0.1 ? 0.0006 : 0.006;
  }

  /** Erlang's own example of trunks: 10 lines, 5 erlangs, 1.84 %; and 20 at 15, 4.56 %. */
  @Test
  void agrees_with_the_tables_of_erlang_b() {
    assertThat(ErlangB.refusedShare(10, 5)).isCloseTo(0.0184, within(0.00005));
    assertThat(ErlangB.refusedShare(20, 15)).isCloseTo(0.0456, within(0.00005));
    assertThat(ErlangB.refusedShare(1, 1)).isEqualTo(0.5);
    assertThat(ErlangB.refusedShare(100, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({".8, .020", ".9, .217", ".95, .507", ".98, .775"})
  void gives_the_known_shares_of_waiting_calls(double load, double share) {
    assertThat(ErlangC.waitingShare(100, 100 * load)).isCloseTo(share, within(0.0006));
  }

  @Test
  void one_exponential_server_is_the_textbook_queue() {
    assertThat(ErlangC.waitingShare(1, 0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(ErlangC.meanWait(1, 0.5, 10)).isCloseTo(10, within(1e-9));
    assertThat(ErlangC.meanWait(1, 1, 10)).isInfinite();
  }

  @ParameterizedTest
  @CsvSource({".5, .3", ".8, 1.2", ".9, 2.7", ".95, 5.7"})
  void gives_the_known_waits_behind_one_permit_each_600_ms(double load, double seconds) {
    assertThat(SingleServer.meanWait(load, 0.6)).isCloseTo(seconds, within(1e-9));
  }

  /** The same expectation, summed without any cleverness. */
  @ParameterizedTest
  @CsvSource({"1, 0.3", "3, 3", "10, 4", "10, 25", "100, 99"})
  void fixed_windows_lose_what_exceeds_the_limit(int limit, double calls) {
    double probability = Math.exp(-calls);
    double excess = 0;
    for (int n = 1; n < 400; n++) {
      probability *= calls / n;
      excess += Math.max(0, n - limit) * probability;
    }

    assertThat(FixedWindowLoss.refusedShare(limit, calls)).isCloseTo(excess / calls, within(1e-12));
  }

  @Test
  void fixed_windows_lose_all_but_the_limit_when_flooded() {
    assertThat(FixedWindowLoss.refusedShare(100, 1_000_000)).isCloseTo(0.9999, within(1e-12));
    assertThat(FixedWindowLoss.refusedShare(100_000, 50_000)).isBetween(0.0, 1e-300);
  }

  @Test
  void tokens_bind_above_a_hundred_thousand_a_call() {
    assertThat(BreakEven.tokensPerCall(100, 10_000_000)).isEqualTo(100_000);
    assertThat(BreakEven.callsPerMinute(100, 10_000_000, 1_000_000)).isEqualTo(10);
    assertThat(BreakEven.callsPerMinute(100, 10_000_000, 2_000)).isEqualTo(100);
    assertThat(BreakEven.callsPerMinute(100, 10_000_000, 0)).isEqualTo(100);
  }

  @Test
  void as_many_are_in_flight_as_come_while_one_stays() {
    assertThat(Little.inFlight(100 / 60.0, 12)).isCloseTo(20, within(1e-12));
  }

  @Test
  void refuses_what_is_no_load() {
    assertThatThrownBy(() -> ErlangB.refusedShare(0, 1))
        .hasMessage("servers must be at least 1: 0");
    assertThatThrownBy(() -> ErlangB.refusedShare(1, Double.NaN))
        .hasMessage("erlangs must be a finite number of at least 0: NaN");
    assertThatThrownBy(() -> Little.inFlight(-1, 1)).hasMessageContaining("-1.0");
  }
}
