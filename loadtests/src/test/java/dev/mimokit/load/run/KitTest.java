package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import dev.mimokit.load.driver.DriverProtocol;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver kits, started as their README says, where their language is installed. */
@Timeout(120)
class KitTest {

  private static final Path KITS = Path.of("agents", "kits");

  private static Optional<MimoServer> server = Optional.empty();

  @BeforeAll
  static void open() {
    server = Optional.of(MimoServer.start(ServerOptions.defaults()));
  }

  @AfterAll
  static void close() {
    server.ifPresent(MimoServer::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "node", "python", "go", "bash"})
  void tells_what_the_mock_answered_to_each_of_several_calls(String kit) throws Exception {
    Map<String, DriverAnswer> told =
        run(
            kit,
            call("job-1", "sk-kit-" + kit + ".a", false),
            call("job-2", "sk-kit-" + kit + ".a", true),
            call("job-3", "nobody", false));

    assertThat(told.keySet()).containsExactlyInAnyOrder("job-1", "job-2", "job-3");
    assertThat(told.values()).extracting(DriverAnswer::partial).containsOnly(false);
    assertThat(List.of(answer(told, "job-1"), answer(told, "job-2")))
        .allSatisfy(
            answer -> {
              assertThat(answer.ok()).isTrue();
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.text()).isNotEmpty();
            });
    assertThat(answer(told, "job-3").ok()).isFalse();
    assertThat(answer(told, "job-3").status()).isEqualTo(401);
    assertThat(answer(told, "job-3").errorClass()).isNotEmpty();
  }

  @Test
  void a_kit_has_at_most_sixty_lines() throws IOException {
    for (String file :
        List.of(
            "java/Driver.java",
            "node/driver.mjs",
            "python/driver.py",
            "go/main.go",
            "bash/driver.sh")) {
      assertThat(Files.readAllLines(KITS.resolve(file))).as(file).hasSizeLessThanOrEqualTo(60);
    }
  }

  private static DriverAnswer answer(Map<String, DriverAnswer> told, String job) {
    return Optional.ofNullable(told.get(job)).orElseThrow();
  }

  private static DriverCall call(String job, String key, boolean stream) {
    String url = server.orElseThrow().baseUrl() + "/v1";
    String prompt = "Say \"hello\". This is " + job;
    return new DriverCall("0.0", job, url, key, "mimo-v2.5-pro", stream, prompt, 60_000);
  }

  private static Map<String, DriverAnswer> run(String kit, DriverCall... calls) throws Exception {
    Process process = new ProcessBuilder(command(kit)).redirectErrorStream(false).start();
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      for (DriverCall call : calls) {
        in.write(DriverProtocol.line(call) + "\n");
      }
    }
    Map<String, DriverAnswer> told = new LinkedHashMap<>();
    for (String line : lines(process)) {
      DriverAnswer answer = DriverProtocol.readAnswer(line);
      told.put(answer.job(), answer);
    }
    assertThat(process.waitFor()).isZero();
    return told;
  }

  private static List<String> lines(Process process) throws IOException {
    List<String> lines = new ArrayList<>();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines::add);
    }
    return lines;
  }

  private static List<String> command(String kit) {
    return switch (kit) {
      case "java" ->
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              KITS.resolve("java/Driver.java").toString());
      case "node" -> installed("node", "node/driver.mjs");
      case "python" -> installed("python3", "python/driver.py");
      case "go" -> installed("go", "go/main.go");
      case "bash" -> installed("bash", "bash/driver.sh");
      default -> throw new IllegalArgumentException("no such kit: " + kit);
    };
  }

  private static List<String> installed(String program, String script) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    assumeTrue(
        Stream.of(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
        program + " is not installed");
    String file = KITS.resolve(script).toString();
    return program.equals("go") ? List.of("go", "run", file) : List.of(program, file);
  }
}
