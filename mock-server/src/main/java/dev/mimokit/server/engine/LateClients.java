package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import java.util.List;

/**
 * Makes the clients by which stubs reach other servers when the first of them does: a client reads
 * the certificates of all authorities. WireMock's own lazy factory makes itself late, not its
 * clients. Stateless and thread-safe.
 */
final class LateClients implements HttpClientFactory {

  @Override
  public HttpClient buildHttpClient(
      Options options, boolean trustEverybody, List<String> trustedHosts, boolean systemProxy) {
    return new LazyHttpClient(
        () ->
            new ApacheHttpClientFactory()
                .buildHttpClient(options, trustEverybody, trustedHosts, systemProxy));
  }
}
