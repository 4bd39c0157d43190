package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;

/**
 * The way back from WireMock to the lane. A request may match a stub's conditions and still not be
 * served by it: the scenario is in another state, perhaps since a moment ago. WireMock then calls
 * it unmatched; this transformer marks that answer, {@link HandBackResponse} swallows it, and the
 * lane answers as if WireMock had never been asked. The journal ignores marked entries.
 */
final class HandBack implements ResponseDefinitionTransformerV2 {

  private static final String MARK = "Mimokit-Hand-Back";

  private final Gate gate;

  HandBack(Gate gate) {
    this.gate = gate;
  }

  @Override
  public String getName() {
    return "mimokit-hand-back";
  }

  @Override
  public boolean applyGlobally() {
    return true;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    return !event.getResponseDefinition().wasConfigured() && isLanes(event.getRequest())
        ? ResponseDefinitionBuilder.responseDefinition()
            .withStatus(204)
            .withHeader(MARK, "true")
            .build()
        : event.getResponseDefinition();
  }

  private boolean isLanes(Request request) {
    String path = HttpURI.from(request.getUrl()).getCanonicalPath();
    return path != null && gate.find(request.getMethod().value(), path).isPresent();
  }

  static boolean marks(HttpFields responseHeaders) {
    return responseHeaders.contains(MARK);
  }

  static boolean marks(ServeEvent event) {
    LoggedResponse response = event.getResponse();
    return response != null
        && response.getHeaders() != null
        && response.getHeaders().getHeader(MARK).isPresent();
  }
}
