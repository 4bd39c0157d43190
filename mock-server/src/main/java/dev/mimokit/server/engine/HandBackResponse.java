package dev.mimokit.server.engine;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets WireMock's answer pass, unless it is marked by {@link HandBack}: then no byte leaves. */
final class HandBackResponse extends Response.Wrapper {

  private volatile boolean handedBack;

  HandBackResponse(Request request, Response wrapped) {
    super(request, wrapped);
  }

  boolean isHandedBack() {
    return handedBack;
  }

  @Override
  public boolean isCommitted() {
    return handedBack || super.isCommitted();
  }

  @Override
  public void write(boolean last, ByteBuffer bytes, Callback callback) {
    if (!super.isCommitted() && HandBack.marks(getHeaders())) {
      handedBack = true;
    }
    if (handedBack) {
      callback.succeeded();
    } else {
      super.write(last, bytes, callback);
    }
  }
}
