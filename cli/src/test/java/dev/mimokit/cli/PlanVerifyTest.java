package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mimokit.cli.program.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * The planner beside Gatling, the mock and true windows, which takes minutes: {@code mvn -pl cli
 * -am -Pnightly test -Dtest=PlanVerifyTest}. A machine too busy to say anything skips it.
 */
class PlanVerifyTest {

  @ParameterizedTest
  @ValueSource(strings = {"plan verify --short", "plan verify"})
  void live_figures_lie_where_the_simulated_ones_do(String command) {
    assumeTrue(Boolean.getBoolean("plan.full"), "minutes: -Pnightly");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine program =
        Mimokit.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    int exit = Mimokit.run(program, command.split(" "));

    assumeTrue(exit != ExitCode.INCONCLUSIVE, out.toString() + err);
    assertThat(exit).as(out.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString().lines().filter(line -> line.endsWith("inside"))).hasSize(12);
  }
}
