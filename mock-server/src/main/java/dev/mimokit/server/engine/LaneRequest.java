package dev.mimokit.server.engine;

import com.github.tomakehurst.wiremock.common.Gzip;
import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.http.ContentTypeHeader;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.jspecify.annotations.Nullable;

/**
 * A lane request as WireMock's matchers and its journal see it. Holds references only; everything
 * is worked out when asked for. Immutable. Cookies, form parameters and parts are not taken apart.
 */
final class LaneRequest implements Request {

  /** A body and the shell around it, for the journal's byte budget: measured at about 1 KiB. */
  private static final int SHELL_BYTES = 1024;

  private final String method;
  private final HttpURI uri;
  private final HttpFields fields;
  private final SocketAddress peer;
  private final byte[] body;

  LaneRequest(String method, HttpURI uri, HttpFields fields, SocketAddress peer, byte[] body) {
    this.method = method;
    this.uri = uri;
    this.fields = fields;
    this.peer = peer;
    this.body = body;
  }

  static LaneRequest of(org.eclipse.jetty.server.Request request, byte[] body) {
    return new LaneRequest(
        request.getMethod(),
        request.getHttpURI(),
        request.getHeaders(),
        request.getConnectionMetaData().getRemoteSocketAddress(),
        body);
  }

  int weight() {
    return SHELL_BYTES + body.length;
  }

  @Override
  public String getUrl() {
    return uri.getPathQuery();
  }

  @Override
  public String getAbsoluteUrl() {
    return uri.asString();
  }

  @Override
  public RequestMethod getMethod() {
    return RequestMethod.fromString(method);
  }

  @Override
  public String getScheme() {
    return uri.getScheme();
  }

  @Override
  public String getHost() {
    return uri.getHost();
  }

  @Override
  public int getPort() {
    return uri.getPort();
  }

  /** As WireMock's own: a forwarded address counts. */
  @Override
  public String getClientIp() {
    String forwarded = fields.get("X-Forwarded-For");
    if (forwarded != null && !forwarded.isEmpty()) {
      return forwarded;
    }
    return peer instanceof InetSocketAddress address ? address.getHostString() : peer.toString();
  }

  @Override
  public @Nullable String getHeader(String key) {
    return fields.get(key);
  }

  @Override
  public HttpHeader header(String key) {
    return getHeaders().getHeader(key);
  }

  @Override
  public ContentTypeHeader contentTypeHeader() {
    return getHeaders().getContentTypeHeader();
  }

  @Override
  public HttpHeaders getHeaders() {
    return new HttpHeaders(
        fields.stream().map(field -> new HttpHeader(field.getName(), field.getValue())).toList());
  }

  @Override
  public boolean containsHeader(String key) {
    return fields.contains(key);
  }

  @Override
  public Set<String> getAllHeaderKeys() {
    return getHeaders().keys();
  }

  @Override
  public QueryParameter queryParameter(String key) {
    return Urls.splitQueryFromUrl(getUrl()).getOrDefault(key, QueryParameter.absent(key));
  }

  @Override
  public FormParameter formParameter(String key) {
    return FormParameter.absent(key);
  }

  @Override
  public Map<String, FormParameter> formParameters() {
    return Map.of();
  }

  @Override
  public Map<String, Cookie> getCookies() {
    return Map.of();
  }

  /** Unpacked when it was packed, as WireMock does. */
  @Override
  public byte[] getBody() {
    return Gzip.isGzipped(body) ? Gzip.unGzip(body) : body;
  }

  @Override
  public String getBodyAsString() {
    return new String(getBody(), StandardCharsets.UTF_8);
  }

  @Override
  public String getBodyAsBase64() {
    return Base64.getEncoder().encodeToString(getBody());
  }

  @Override
  public boolean isMultipart() {
    return false;
  }

  @Override
  public Collection<Part> getParts() {
    return List.of();
  }

  @Override
  public @Nullable Part getPart(String name) {
    return null;
  }

  @Override
  public boolean isBrowserProxyRequest() {
    return false;
  }

  @Override
  public Optional<Request> getOriginalRequest() {
    return Optional.empty();
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }
}
