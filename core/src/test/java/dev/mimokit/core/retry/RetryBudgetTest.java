package dev.mimokit.core.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  @Test
  void spends_its_reserve_and_then_nothing() {
    RetryBudget budget = new RetryBudget(0.1, 2);

    assertThat(budget.trySpend()).isTrue();
    assertThat(budget.trySpend()).isTrue();
    assertThat(budget.trySpend()).isFalse();
  }

  @Test
  void ten_successes_at_a_tenth_earn_one_retry() {
    RetryBudget budget = new RetryBudget(0.1, 1);
    budget.trySpend();

    earn(budget, 9);
    assertThat(budget.trySpend()).isFalse();
    earn(budget, 1);
    assertThat(budget.trySpend()).isTrue();
  }

  @Test
  void never_holds_more_than_its_reserve() {
    RetryBudget budget = new RetryBudget(1, 3);

    earn(budget, 100);

    assertThat(spendable(budget)).isEqualTo(3);
  }

  @Test
  void without_reserve_there_are_no_retries() {
    RetryBudget budget = new RetryBudget(1, 0);

    earn(budget, 100);

    assertThat(budget.trySpend()).isFalse();
  }

  @Test
  void refuses_ratios_and_reserves_that_mean_nothing() {
    assertThatThrownBy(() -> new RetryBudget(Double.NaN, 1))
        .hasMessage("ratio must be within 0..1: NaN");
    assertThatThrownBy(() -> new RetryBudget(1.5, 1)).hasMessage("ratio must be within 0..1: 1.5");
    assertThatThrownBy(() -> new RetryBudget(0.1, -1))
        .hasMessage("reserve must not be negative: -1");
  }

  private static void earn(RetryBudget budget, int successes) {
    for (int i = 0; i < successes; i++) {
      budget.earn();
    }
  }

  private static int spendable(RetryBudget budget) {
    int spent = 0;
    while (budget.trySpend()) {
      spent++;
    }
    return spent;
  }
}
