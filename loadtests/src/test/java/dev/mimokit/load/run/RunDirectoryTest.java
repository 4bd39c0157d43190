package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

  @TempDir Path folder = Path.of("");

  @Test
  void replaces_a_former_run_and_what_was_rendered_from_it() throws IOException {
    Path out = folder.resolve("run");
    publish(out, "first");
    Files.writeString(out.resolve("index.html"), "rendered");
    Files.writeString(out.resolve("notes.txt"), "mine");

    publish(out, "second");

    assertThat(out.resolve("manifest.json")).hasContent("second");
    assertThat(out.resolve("index.html")).doesNotExist();
    assertThat(out.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void names_a_run_by_its_time_and_writes_nothing_before_it_is_published() {
    RunDirectory directory = RunDirectory.of(Optional.empty(), () -> 1_790_000_000_000L);

    assertThat(directory.path()).isEqualTo(Path.of("runs", "2026-09-21T14-13-20Z"));
    assertThat(directory.path()).doesNotExist();
  }

  private static void publish(Path out, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    RunDirectory.of(Optional.of(out), () -> 0).publish(Map.of("manifest.json", bytes));
  }
}
