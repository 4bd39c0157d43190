package dev.mimokit.load.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import dev.mimokit.load.driver.DriverProtocol;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DriverLoopTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void answers_every_call_as_one_line() throws Exception {
    run((call, tell) -> tell.accept(answer(call.job())), line("job-1"), line("job-2"));

    assertThat(answers()).containsExactly(answer("job-1"), answer("job-2"));
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void starts_calls_without_waiting_for_earlier_ones() throws Exception {
    List<Runnable> open = new ArrayList<>();
    run(
        (call, tell) -> {
          open.add(() -> tell.accept(answer(call.job())));
          if (open.size() == 3) {
            IntStream.of(2, 0, 1).forEach(i -> open.get(i).run());
          }
        },
        line("job-1"),
        line("job-2"),
        line("job-3"));

    assertThat(answers()).extracting(DriverAnswer::job).containsExactly("job-3", "job-1", "job-2");
  }

  @Test
  void waits_for_answers_that_come_after_the_input_has_ended() throws Exception {
    run(
        (call, tell) -> new Thread(() -> tell.accept(answer(call.job()))).start(),
        IntStream.range(0, 150).mapToObj(i -> line("job-" + i)).toArray(String[]::new));

    assertThat(answers())
        .extracting(DriverAnswer::job)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 150).mapToObj(i -> "job-" + i).toList());
  }

  @Test
  void names_a_malformed_line_on_the_log_and_goes_on() throws Exception {
    run((call, tell) -> tell.accept(answer(call.job())), "{oops", "{}", "", line("job-1"));

    assertThat(answers()).containsExactly(answer("job-1"));
    assertThat(err.toString(UTF_8).lines())
        .containsExactly(
            "call not understood: expected one JSON object a line: {oops",
            "call not understood: driver line needs the text \"job\": {}");
  }

  @Test
  void tells_an_error_when_the_client_cannot_even_start() throws Exception {
    run(
        (call, tell) -> {
          throw new IllegalStateException("broken");
        },
        line("job-1"));

    assertThat(answers().get(0).ok()).isFalse();
    assertThat(answers().get(0).errorClass()).isEqualTo("IllegalStateException");
  }

  @Test
  void hides_no_answer_that_is_told_twice() throws Exception {
    run(
        (call, tell) -> {
          tell.accept(answer(call.job()));
          tell.accept(answer(call.job()));
        },
        line("job-1"));

    assertThat(answers()).hasSize(2);
  }

  private void run(Agent agent, String... lines) throws Exception {
    new DriverLoop(agent, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
        .run(new StringReader(String.join("\n", lines) + "\n"));
  }

  private List<DriverAnswer> answers() throws Exception {
    List<DriverAnswer> answers = new ArrayList<>();
    for (String line : out.toString(UTF_8).lines().toList()) {
      answers.add(DriverProtocol.readAnswer(line));
    }
    return answers;
  }

  private static String line(String job) {
    return DriverProtocol.line(
        new DriverCall("0.0", job, "http://mock/v1", "sk-a.b", "m", false, "hi " + job, 1_000));
  }

  private static DriverAnswer answer(String job) {
    return new DriverAnswer(job, true, "hi", false, "", 200, OptionalDouble.empty(), 0);
  }
}
