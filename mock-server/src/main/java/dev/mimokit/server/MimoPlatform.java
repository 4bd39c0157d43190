package dev.mimokit.server;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.journal.Journal;
import dev.mimokit.core.pace.LoadGauge;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.TokenCounters;
import dev.mimokit.core.tokens.TokenMode;
import dev.mimokit.core.tokens.Vocabulary;
import dev.mimokit.core.tokens.VocabularyFormatException;
import dev.mimokit.server.account.AccountRules;
import dev.mimokit.server.account.AccountSpec;
import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.admin.AdminHandler;
import dev.mimokit.server.config.ConfigReader;
import dev.mimokit.server.config.Latency;
import dev.mimokit.server.config.ServerConfig;
import dev.mimokit.server.content.Content;
import dev.mimokit.server.engine.Handler;
import dev.mimokit.server.engine.Route;
import dev.mimokit.server.exchange.AttachedHandler;
import dev.mimokit.server.exchange.CallHandler;
import dev.mimokit.server.exchange.ErrorHandler;
import dev.mimokit.server.exchange.ModelsHandler;
import dev.mimokit.server.exchange.Platform;
import dev.mimokit.server.exchange.PreflightHandler;
import dev.mimokit.server.exchange.PromptCache;
import dev.mimokit.server.exchange.Till;
import dev.mimokit.server.media.AssumedMedia;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.metrics.Meters;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.profile.Profiles;
import dev.mimokit.server.reply.Author;
import dev.mimokit.server.reply.AuthoredSpeaker;
import dev.mimokit.server.reply.CannedAuthor;
import dev.mimokit.server.reply.DirectedAuthor;
import dev.mimokit.server.reply.MeasuredSpeaker;
import dev.mimokit.server.reply.Speaker;
import dev.mimokit.server.reply.TalkAuthor;
import dev.mimokit.server.reply.TaskSpeaker;
import dev.mimokit.server.reply.TranscriptAuthor;
import dev.mimokit.server.script.Scripts;
import dev.mimokit.server.store.QuotaStore;
import dev.mimokit.server.store.RedisStore;
import dev.mimokit.server.store.StoreSpec;
import dev.mimokit.server.wire.PlatformErrors;
import dev.mimokit.server.wire.ResponseHeaders;
import dev.mimokit.server.wire.anthropic.AnthropicDialect;
import dev.mimokit.server.wire.chat.ChatDialect;
import dev.mimokit.server.wire.chat.ChatRules;
import dev.mimokit.server.wire.responses.ResponsesDialect;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The mock without a socket: handlers and the state they share. Tests and virtual time hand
 * exchanges to {@link #chat} directly; {@link MimoServer} puts an engine before it. Thread-safe; it
 * has no threads of its own, unless quotas are kept in Redis.
 */
public final class MimoPlatform implements AutoCloseable {

  /** Events kept; about five make one attempt. ASSUMED bound of this server's memory. */
  static final int JOURNAL_EVENTS = 100_000;

  private final Catalog catalog;
  private final Profile profile;
  private final ServerOptions options;
  private final Platform platform;
  private final CallHandler chat;
  private final CallHandler anthropic;
  private final CallHandler responses;
  private final ModelsHandler models;

  private MimoPlatform(ServerOptions options) {
    this.options = options;
    this.profile = Profiles.load(options.profile());
    ServerConfig config =
        options.config().map(new ConfigReader(profile)::read).orElse(ServerConfig.EMPTY);
    this.catalog =
        Catalog.load(options.revision()).withContextsIn(config.quirks().measures().kilo());
    this.platform = assemble(config);
    showGauges();
    MediaReader media = new MediaReader(AssumedMedia.PRESET);
    ChatRules rules =
        new ChatRules(
            config.quirks(), config.content().webSearch(), config.quirks().measures().toolTokens());
    this.chat = new CallHandler(platform, new ChatDialect(rules, media));
    this.anthropic = new CallHandler(platform, new AnthropicDialect(media, config.quirks()));
    this.responses = new CallHandler(platform, new ResponsesDialect(media, config.quirks()));
    this.models = new ModelsHandler(platform);
  }

  private void showGauges() {
    platform
        .meters()
        .show("in_flight", "Answers under way now.", () -> platform.gauge().inFlight());
    platform.meters().show("accounts", "Accounts held now.", () -> platform.accounts().size());
  }

  /**
   * Reads profile and configuration.
   *
   * @throws IllegalArgumentException in one line, naming what is wrong and where
   * @throws dev.mimokit.server.store.StoreUnavailableException when Redis does not answer
   */
  public static MimoPlatform create(ServerOptions options) {
    return new MimoPlatform(options);
  }

  private Platform assemble(ServerConfig config) {
    QuotaStore store = store(config);
    try {
      return assemble(config, store);
    } catch (IllegalArgumentException refused) {
      store.close();
      throw refused;
    }
  }

  /** The options' address, with the file's policy. */
  private QuotaStore store(ServerConfig config) {
    Optional<StoreSpec> spec =
        options
            .store()
            .map(uri -> config.store().map(stated -> stated.at(uri)).orElse(StoreSpec.redis(uri)))
            .or(config::store);
    return spec.isPresent()
        ? RedisStore.connect(spec.get(), options.clock())
        : QuotaStore.inMemory();
  }

  private Platform assemble(ServerConfig config, QuotaStore store) {
    AccountRules rules =
        new AccountRules(catalog, options.clock(), options.wall(), options.limited(), store);
    Latency latency = options.latency().or(config::latency).orElse(new Latency.Off());
    TokenCounters counters = counters(config);
    return new Platform(
        catalog,
        new Accounts(rules, profile, config.accounts(), config.strictKeys()),
        new Till(
            config.cluster(),
            config.accounts().stream()
                .collect(Collectors.toMap(AccountSpec::id, AccountSpec::standing))),
        new Scripts(),
        new Journal(JOURNAL_EVENTS),
        new Meters(catalog),
        counters,
        speaker(config, counters.usage()::count),
        spec -> latency.pacing(spec.id()),
        new LoadGauge(config.load().orElseGet(() -> profile.load().value())),
        config.content(),
        new PromptCache(),
        config.quirks(),
        options.wall(),
        new ResponseHeaders(options.gatewayHeaders() && config.quirks().gatewayHeaders()),
        options.seed());
  }

  private TokenCounters counters(ServerConfig config) {
    TokenMode mode = options.tokenMode().or(config::tokenMode).orElse(TokenMode.HYBRID);
    Optional<ExactCounter> other =
        options.tokenizer().or(config::tokenizer).map(MimoPlatform::tokenizer);
    return TokenCounters.of(mode, () -> other.orElseGet(ExactCounter::builtIn));
  }

  private static ExactCounter tokenizer(Path file) {
    try {
      return new ExactCounter(Vocabulary.read(file));
    } catch (VocabularyFormatException | UncheckedIOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private Speaker speaker(ServerConfig config, ToLongFunction<CharSequence> tokens) {
    ReplySource source = new ReplySource(options.seed());
    Content content = config.content();
    Author canned = new CannedAuthor(content, source, tokens);
    Author talk = new TalkAuthor(content, source, tokens);
    Speaker authored =
        new AuthoredSpeaker(
            List.of(
                new DirectedAuthor(content, canned),
                new DirectedAuthor(content, talk),
                new TranscriptAuthor(source)));
    return new TaskSpeaker(
        source,
        config.quirks().measures().ttsTokenMillis(),
        config.outputTokens().isPresent()
            ? new MeasuredSpeaker(source, config.outputTokens().getAsInt(), authored)
            : authored);
  }

  /** {@code POST /v1/chat/completions}. */
  public CallHandler chat() {
    return chat;
  }

  /** {@code GET /v1/models}. */
  public ModelsHandler models() {
    return models;
  }

  /** Everything below {@code /__mimokit}; {@code afterReset} runs when a reset was asked for. */
  public AdminHandler admin(Runnable afterReset) {
    return new AdminHandler(
        catalog,
        platform.accounts(),
        platform.scripts(),
        platform.journal(),
        platform.meters(),
        options.guard(),
        () -> {
          reset();
          afterReset.run();
        });
  }

  /** Forgets scripts, journal and what every account has used. */
  public void reset() {
    platform.scripts().clear();
    platform.promptCache().clear();
    platform.accounts().reset();
    platform.journal().clear();
  }

  /** Ends the store of quotas. Idempotent. */
  @Override
  public void close() {
    platform.accounts().store().close();
  }

  /** The accounts and their limiters. */
  public Accounts accounts() {
    return platform.accounts();
  }

  /** What happened. */
  public Journal journal() {
    return platform.journal();
  }

  /** Active limits and their grounds, a line each, ready to be printed. */
  public List<String> assumptions() {
    List<String> lines = new Assumptions(catalog, profile, options.limited()).lines();
    QuotaStore store = accounts().store();
    if (!store.isLocal()) {
      lines.add("kept " + store.description());
    }
    return lines;
  }

  /** Loads what counting needs, so that no request has to wait for it. Any thread may call it. */
  void loadCounters() {
    platform.counters().load();
  }

  /** Longest request body, bytes. */
  int bodyLimit() {
    return platform.quirks().bodyLimitBytes();
  }

  /** The routes of the mock, to be tried in this order. */
  public List<Route> routes(Runnable afterReset) {
    Handler notFound = new ErrorHandler(platform, PlatformErrors.NO_SUCH_PATH);
    List<Route> routes = new ArrayList<>(platformRoutes(notFound));
    Handler attached = new AttachedHandler(routes, notFound);
    routes.add(new Route("*", AttachedHandler.ROOT + "**", true, attached));
    routes.add(new Route("*", AdminHandler.ROOT + "**", false, admin(afterReset)));
    return List.copyOf(routes);
  }

  private List<Route> platformRoutes(Handler notFound) {
    Handler otherMethod =
        platform.quirks().measures().otherMethodStatus() == 404
            ? notFound
            : new ErrorHandler(platform, PlatformErrors.OTHER_METHOD);
    Handler preflight = new PreflightHandler(platform);
    return List.of(
        new Route("POST", "/v1/chat/completions", true, chat),
        new Route("GET", "/v1/models", true, models),
        new Route("POST", "/v1/responses", true, responses(notFound)),
        new Route("POST", "/anthropic/v1/messages", true, anthropic),
        new Route("OPTIONS", "/v1/**", true, preflight),
        new Route("OPTIONS", "/anthropic/**", true, preflight),
        new Route("*", "/v1/chat/completions", true, otherMethod),
        new Route("*", "/v1/models", true, otherMethod),
        new Route("*", "/anthropic/v1/messages", true, otherMethod),
        new Route("*", "/v1/**", true, notFound),
        new Route("*", "/anthropic/**", true, notFound),
        new Route("*", "/user/**", true, notFound),
        new Route("*", "/api/v1/**", true, notFound),
        new Route("*", "/billing/**", true, notFound),
        new Route("*", "/dashboard", true, notFound));
  }

  /** The first revision did not have it yet. */
  private Handler responses(Handler notFound) {
    return catalog.revision().equals(Catalog.DEFAULT_REVISION) ? notFound : responses;
  }
}
