package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Optional;

/** Lets nobody at WireMock's admin addresses whom the guard does not let in: 403, one line. */
final class AdminRefusal implements AdminRequestFilterV2 {

  private final AdminGuard guard;

  AdminRefusal(AdminGuard guard) {
    this.guard = guard;
  }

  @Override
  public String getName() {
    return "mimokit-admin-guard";
  }

  @Override
  public RequestFilterAction filter(Request request, ServeEvent serveEvent) {
    Optional<String> refusal = guard.refusal(name -> Optional.ofNullable(request.getHeader(name)));
    return refusal.isEmpty()
        ? RequestFilterAction.continueWith(request)
        : RequestFilterAction.stopWith(
            ResponseDefinitionBuilder.responseDefinition()
                .withStatus(403)
                .withHeader("Content-Type", "text/plain; charset=utf-8")
                .withBody(refusal.get() + "\n")
                .build());
  }
}
