package dev.mimokit.bench.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.bench.ratio.Question.Race;
import dev.mimokit.bench.ratio.Question.Sense;
import dev.mimokit.bench.ratio.Question.Weighing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldTest {

  @TempDir private Path work = Path.of("");

  @Test
  void what_a_fork_says_is_what_its_parent_reads() {
    List<Told> all =
        List.of(
            new Told.Read("tokens/exact/en", new Reading(8.25, OptionalDouble.of(0.998))),
            new Told.Read("limiter/reject-bytes", Reading.of(0)),
            new Told.Skipped("tokens/exact-djl/en", "no native library"));

    assertThat(all).allSatisfy(told -> assertThat(Told.parse(told.line())).hasValue(told));
    assertThat(Told.parse("SLF4J: no providers were found")).isEmpty();
  }

  @Test
  void a_fork_answers_the_questions_of_its_word_and_skips_what_is_not_there() {
    Race absent =
        new Race(
            Label.of("tokens/absent", "x").in("mine"),
            Sense.COST,
            1,
            () -> {
              throw new UnavailableException("no\nlibrary", new IOException());
            });
    List<Question> questions =
        List.of(
            new Weighing(Label.of("tokens/weight", "B").in("mine"), () -> 24.0),
            new Weighing(Label.of("tokens/other", "B"), () -> 99.0),
            absent);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Fork.answer(questions, "mine", "quick", new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("reading\ttokens/weight\t24.0", "skipped\ttokens/absent\tno library");
  }

  @Test
  void a_fork_that_fails_says_what_it_said_last() {
    assertThatThrownBy(() -> new Forks(ToldTest.class, work).run(Forks.Compiler.FIRST, List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a fork ended with status 1: ")
        .hasMessageContaining("main");
  }
}
