package dev.mimokit.load.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Collects a body and keeps what came when the connection breaks. */
final class BodyCollector implements HttpResponse.BodySubscriber<ReceivedBody> {

  private final CompletableFuture<ReceivedBody> body = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public CompletionStage<ReceivedBody> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.writeBytes(part);
    }
  }

  @Override
  public void onError(Throwable error) {
    end(false);
  }

  @Override
  public void onComplete() {
    end(true);
  }

  private void end(boolean whole) {
    body.complete(new ReceivedBody(bytes.toString(StandardCharsets.UTF_8), whole));
  }
}
