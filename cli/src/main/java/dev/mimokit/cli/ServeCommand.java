package dev.mimokit.cli;

import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.tokens.TokenMode;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import dev.mimokit.server.config.Latency;
import dev.mimokit.server.engine.CannotListenException;
import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.profile.Profiles;
import dev.mimokit.server.store.StoreUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the mock until it is told to stop. */
@Command(
    name = "serve",
    description = "The mock MiMo server; WireMock's stubs and admin API on the same port.")
final class ServeCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on; 127.0.0.1 by default, so only this machine. Any other turns admin"
              + " off, unless there is an --admin-token.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port; 8080 by default, 0 for any free one.")
  private int port;

  @Option(
      names = "--port-file",
      paramLabel = "F",
      description = "Written with the port's number once requests are answered.")
  private @Nullable Path portFile;

  @Option(
      names = "--revision",
      paramLabel = "R",
      defaultValue = Catalog.DEFAULT_REVISION,
      description = "Revision of the documented platform: 2026-05-22 (default) or 2026-10-09.")
  private String revision = Catalog.DEFAULT_REVISION;

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = Profiles.DEFAULT,
      description =
          "What is undocumented: documented (default), strict, calendar, openai-like, anthropic-like,"
              + " azure-like, overloaded, or the path of a changed copy of one.")
  private String profile = Profiles.DEFAULT;

  @Option(
      names = "--config",
      paramLabel = "F",
      description =
          "YAML with accounts, strictKeys, latency, load, content, wire and store: README.md shows"
              + " one.")
  private @Nullable Path config;

  @Option(
      names = "--latency",
      paramLabel = "L",
      description = "off (default) or documented: as slow as the real service was seen to be.")
  private @Nullable String latency;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "The same seed and requests give the same answers.")
  private long seed;

  @Option(
      names = "--stubs",
      paramLabel = "DIR",
      description = "WireMock directory with mappings/ and __files/.")
  private @Nullable Path stubs;

  @Option(
      names = "--store",
      paramLabel = "URI",
      description =
          "Where nodes share what accounts use: redis://HOST:PORT. In this process by default.")
  private @Nullable String store;

  @Option(
      names = "--token-mode",
      paramLabel = "M",
      description =
          "How prompts are counted at admission: exact, hybrid (default: exact up to 64 Ki"
              + " characters) or estimate (no vocabulary; usage is an estimate too).")
  private @Nullable String tokenMode;

  @Option(
      names = "--admin-token",
      paramLabel = "T",
      description =
          "Only requests with this token may use admin and WireMock: Authorization: Bearer T.")
  private @Nullable String adminToken;

  @Option(
      names = "--tokenizer",
      paramLabel = "F",
      description = "Count in this vocabulary: a tokenizer.json or .tiktoken file.")
  private @Nullable Path tokenizer;

  @Option(names = "--no-limits", description = "Admit every request.")
  private boolean unlimited;

  @Option(
      names = "--fast-start",
      description = "Ready in well under a second, without warm-up: for tests, not for pacing.")
  private boolean fastStart;

  @Option(
      names = "--print-profile",
      description =
          "Print the built-in profile that --profile names, to copy and change; no server.")
  private boolean printProfile;

  @Option(names = "--warm-up-only", hidden = true)
  private boolean warmUpOnly;

  /**
   * Begins what takes longest before the arguments are understood, which takes a while too. Of
   * arguments that turn out to be wrong nothing is left: the JVM ends.
   */
  static void foresee(String... arguments) {
    MimoServer.foresee(!List.of(arguments).contains("--fast-start"));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (printProfile) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(profileText());
      out.flush();
      return ExitCode.OK;
    }
    MimoServer server = start(options());
    if (warmUpOnly) {
      server.close();
      return ExitCode.OK;
    }
    closeWithTheJvm(server);
    announce(server);
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  private String profileText() {
    try {
      return Profiles.text(profile);
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(e);
    }
  }

  private ServerOptions options() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw ExitException.usage("--port must be within 0.." + HIGHEST_PORT + ": " + port);
    }
    ServerOptions options =
        ServerOptions.defaults()
            .listeningOn(host, port)
            .serving(revision)
            .under(profile)
            .seeded(seed);
    options = config == null ? options : options.configuredBy(config);
    options = latency == null ? options : options.paced(latency(latency));
    options = stubs == null ? options : options.stubbedBy(directory(stubs));
    options = store == null ? options : options.storedIn(store);
    options = tokenMode == null ? options : options.counting(mode(tokenMode));
    options = tokenizer == null ? options : options.tokenizedBy(CountCommand.existing(tokenizer));
    options = adminToken == null ? options : options.administeredWith(token(adminToken));
    options = unlimited ? options.unlimited() : options;
    warnOfOthers(options);
    return fastStart ? options : options.warmedUp();
  }

  private static String token(String token) {
    if (token.isBlank()) {
      throw ExitException.usage("--admin-token must not be blank");
    }
    return token;
  }

  private void warnOfOthers(ServerOptions options) {
    if (options.isReachableByOthers()) {
      spec.commandLine()
          .getErr()
          .printf(
              "warning: others can reach %s; every key is valid there unless strictKeys is set, and"
                  + " admin is %s%n",
              host,
              adminToken == null ? "off without --admin-token" : "open to the token's holders");
      spec.commandLine().getErr().flush();
    }
  }

  private static Latency latency(String name) {
    try {
      return Latency.named(name);
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(e);
    }
  }

  private static TokenMode mode(String name) {
    return Choice.of(TokenMode.class, name)
        .orElseThrow(
            () ->
                ExitException.usage(
                    "--token-mode must be " + Choice.list(TokenMode.class) + ": " + name));
  }

  private static Path directory(Path path) {
    if (!Files.isDirectory(path)) {
      throw ExitException.usage("--stubs must be a directory: " + path);
    }
    return path;
  }

  private static MimoServer start(ServerOptions options) {
    try {
      return MimoServer.start(options);
    } catch (CannotListenException | StoreUnavailableException e) {
      throw ExitException.infrastructure(e);
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(e);
    }
  }

  /** A signal stops the server and is then an ordinary end. */
  private void closeWithTheJvm(MimoServer server) {
    Runnable stop =
        () -> {
          server.close();
          Runtime.getRuntime().halt(ExitCode.OK);
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "mimokit-stop"));
  }

  private void announce(MimoServer server) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("mock of the MiMo API, revision %s, profile %s%n", revision, profile);
    out.printf("  OpenAI base URL   %s/v1%n", server.baseUrl());
    out.printf("  Anthropic         %s/anthropic%n", server.baseUrl());
    out.printf("  demo key          %s%n", MimoServer.DEMO_KEY);
    out.printf("  admin             %s/__mimokit%n", server.baseUrl());
    out.printf("  WireMock          %s/__admin%n", server.baseUrl());
    out.println("limits per account and model");
    server.assumptions().forEach(line -> out.println("  " + line));
    out.flush();
    if (portFile != null) {
      writeWhole(portFile, server.port() + "\n");
    }
  }

  private static void writeWhole(Path file, String text) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path partial = absolute.resolveSibling(absolute.getFileName() + ".part");
    Files.writeString(partial, text);
    Files.move(partial, absolute, StandardCopyOption.REPLACE_EXISTING);
  }
}
