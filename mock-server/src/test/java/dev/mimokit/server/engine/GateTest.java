package dev.mimokit.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.store.InMemoryStubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

  private static final String CHAT = "/v1/chat/completions";

  private final InMemoryStubMappingStore store = new InMemoryStubMappingStore();

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                    | closed
          {"method":"ANY"}                                                      | closed
          {"method":"POST"}                                                     | closed
          {"method":"GET"}                                                      | open
          {"method":"GET_OR_HEAD"}                                              | open
          {"url":"/v1/chat/completions"}                                        | closed
          {"url":"/v1/chat/completions?debug=1"}                                | closed
          {"url":"/v1/models"}                                                  | open
          {"url":"/v1/chat/completions/"}                                       | open
          {"urlPattern":"/v1/chat/.*"}                                          | closed
          {"urlPattern":"/v1/chat/completions\\\\?debug=.*"}                    | closed
          {"urlPattern":".*stream=1"}                                           | closed
          {"urlPattern":"/v1/models.*"}                                         | open
          {"urlPattern":"/v1/chat"}                                             | open
          {"urlPath":"/v1/chat/completions"}                                    | closed
          {"urlPath":"/v1/models"}                                              | open
          {"urlPathPattern":"/v1/[a-z]+/completions"}                           | closed
          {"urlPathPattern":"/v1/chat/completions.+"}                           | open
          {"urlPathTemplate":"/v1/{kind}/completions"}                          | closed
          {"urlPathTemplate":"/v1/{kind}"}                                      | open
          {"method":"POST","urlPath":"/v1/models"}                              | open
          {"method":"GET","urlPath":"/v1/chat/completions"}                     | open
          {"urlPath":"/v1/chat/completions","headers":{"a":{"equalTo":"b"}}}    | closed
          {"customMatcher":{"name":"mine"}}                                     | closed
          {"bodyPatterns":[{"contains":"x"}]}                                   | closed
          """)
  void closes_an_exact_route_for_what_could_match_it(String request, String expected) {
    Gate gate = gate(route("POST", CHAT));

    create(gate, stub(request));

    assertThat(stateOf(gate, "POST", CHAT)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"url":"/x/a"}                    | closed
          {"url":"/y"}                      | open
          {"urlPath":"/x/a/b"}              | closed
          {"urlPath":"/y/x/"}               | open
          {"urlPattern":"/x/a.*"}           | closed
          {"urlPathPattern":"/[xy]/.*"}     | closed
          {"urlPathPattern":"/z/.*"}        | open
          {"urlPathTemplate":"/x/{a}"}      | closed
          {"method":"TRACE"}                | closed
          {}                                | closed
          """)
  void closes_a_prefix_route_for_what_could_match_below_it(String request, String expected) {
    Gate gate = gate(route("*", "/x/**"));

    create(gate, stub(request));

    assertThat(stateOf(gate, "PUT", "/x/any")).isEqualTo(expected);
  }

  @Test
  void closes_before_the_stub_is_live_and_opens_after_it_is_gone() {
    Gate gate = gate(route("POST", CHAT));
    StubMapping stub = stub("{}");

    gate.beforeStubCreated(stub);
    assertThat(stateOf(gate, "POST", CHAT)).isEqualTo("closed");
    store.add(stub);
    gate.afterStubCreated(stub);

    gate.beforeStubRemoved(stub);
    assertThat(stateOf(gate, "POST", CHAT)).isEqualTo("closed");
    store.remove(stub);
    gate.afterStubRemoved(stub);
    assertThat(stateOf(gate, "POST", CHAT)).isEqualTo("open");
  }

  @Test
  void counts_both_stubs_while_one_is_edited_into_the_other() {
    Gate gate = gate(route("POST", CHAT), route("POST", "/other"));
    StubMapping old = stub("{\"urlPath\":\"/v1/chat/completions\"}");
    StubMapping edited = stub("{\"urlPath\":\"/other\"}");
    create(gate, old);

    gate.beforeStubEdited(old, edited);
    assertThat(stateOf(gate, "POST", CHAT)).isEqualTo("closed");
    assertThat(stateOf(gate, "POST", "/other")).isEqualTo("closed");

    store.remove(old);
    store.add(edited);
    gate.afterStubEdited(old, edited);
    assertThat(stateOf(gate, "POST", CHAT)).isEqualTo("open");
    assertThat(stateOf(gate, "POST", "/other")).isEqualTo("closed");
  }

  @Test
  void a_reset_between_announcement_and_arrival_opens_nothing() {
    Gate gate = gate(route("POST", CHAT));
    StubMapping stub = stub("{}");

    gate.beforeStubCreated(stub);
    store.clear();
    gate.afterStubsReset();

    assertThat(stateOf(gate, "POST", CHAT)).isEqualTo("closed");
  }

  @Test
  void a_reset_opens_all_routes() {
    Gate gate = gate(route("POST", CHAT), route("*", "/x/**"));
    create(gate, stub("{}"));

    store.clear();
    gate.afterStubsReset();

    assertThat(stateOf(gate, "POST", CHAT)).isEqualTo("open");
    assertThat(stateOf(gate, "GET", "/x/y")).isEqualTo("open");
  }

  @Test
  void routes_that_give_way_to_nobody_are_always_open() {
    Gate gate = gate(new Route("*", "/__mimokit/**", false, exchange -> {}));

    create(gate, stub("{}"));

    assertThat(stateOf(gate, "GET", "/__mimokit/health")).isEqualTo("open");
  }

  private Gate gate(Route... routes) {
    return new Gate(List.of(routes), store);
  }

  private static Route route(String method, String path) {
    return new Route(method, path, true, exchange -> {});
  }

  private static StubMapping stub(String request) {
    return StubMapping.buildFrom("{\"request\":" + request + ",\"response\":{\"status\":200}}");
  }

  private void create(Gate gate, StubMapping stub) {
    gate.beforeStubCreated(stub);
    store.add(stub);
    gate.afterStubCreated(stub);
  }

  private static String stateOf(Gate gate, String method, String path) {
    return gate.find(method, path).orElseThrow().isOpen() ? "open" : "closed";
  }
}
