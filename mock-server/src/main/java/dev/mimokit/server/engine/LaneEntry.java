package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A request that the lane answered: references only, so that appending costs next to nothing.
 * WireMock's objects are built when somebody reads them.
 */
record LaneEntry(long epochMillis, LaneRequest request, Reply reply) implements JournalEntry {

  /** The first half of every lane entry's id; the second half is its sequence number. */
  private static final long LANE = 0x6d696d6f_0000_4000L;

  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private static final StubMapping BUILT_IN =
      WireMock.any(WireMock.anyUrl())
          .withId(new UUID(LANE, VARIANT | Long.MAX_VALUE >>> 1))
          .withName("built-in behaviour")
          .build();

  /** The place of the lane entry of that id; empty when it is not a lane entry's id. */
  static OptionalLong sequence(UUID id) {
    return id.getMostSignificantBits() == LANE
        ? OptionalLong.of(id.getLeastSignificantBits() & ~VARIANT)
        : OptionalLong.empty();
  }

  @Override
  public UUID id(long sequence) {
    return new UUID(LANE, VARIANT | sequence);
  }

  @Override
  public long weight() {
    return (long) request.weight() + reply.weight();
  }

  @Override
  public ServeEvent event(long sequence) {
    HttpHeaders headers =
        new HttpHeaders(
            reply.headers().stream().map(h -> new HttpHeader(h.name(), h.value())).toList());
    return new ServeEvent(
        id(sequence),
        loggedRequest(),
        BUILT_IN,
        definition(headers),
        loggedResponse(headers),
        true,
        null,
        null);
  }

  /** WireMock stamps it with the time of reading; the date is live, so it can be put right. */
  @SuppressWarnings("JavaUtilDate")
  private LoggedRequest loggedRequest() {
    LoggedRequest logged = LoggedRequest.createFrom(request);
    logged.getLoggedDate().setTime(epochMillis);
    return logged;
  }

  private ResponseDefinition definition(HttpHeaders headers) {
    ResponseDefinitionBuilder definition =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(reply.status())
            .withHeaders(headers);
    fault().ifPresent(definition::withFault);
    return definition.build();
  }

  private LoggedResponse loggedResponse(HttpHeaders headers) {
    String body = Base64.getEncoder().encodeToString(reply.body());
    return new LoggedResponse(reply.status(), headers, body, fault().orElse(null), null);
  }

  private Optional<Fault> fault() {
    return reply instanceof StreamReply stream && stream.isNothing()
        ? Optional.of(Fault.EMPTY_RESPONSE)
        : Optional.empty();
  }
}
