package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** Reads bodies: one JSON value, not too deep, and nothing after it. */
public final class JsonBody {

  private static final int DEEPEST = 100;
  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private JsonBody() {}

  /** The value; a missing node when the bytes are no JSON. */
  public static JsonNode read(byte[] bytes) {
    try {
      return READER.readTree(bytes);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
