package dev.mimokit.server.store;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One of this package's scripts. Sent by its digest; whole to a Redis that does not know it, which
 * costs its place in the order of commands.
 */
record LuaScript(String text, String digest, ScriptOutputType output) {

  static LuaScript load(
      RedisAsyncCommands<String, String> redis, String name, ScriptOutputType to) {
    String text = read(name);
    return new LuaScript(text, redis.digest(text), to);
  }

  <T> CompletionStage<T> run(
      RedisAsyncCommands<String, String> redis, String[] keys, String... values) {
    CompletionStage<T> answer = redis.evalsha(digest, output, keys, values);
    return answer
        .handle(
            (value, failure) ->
                failure instanceof RedisNoScriptException
                    ? redis.<T>eval(text, output, keys, values)
                    : answer)
        .thenCompose(Function.identity());
  }

  private static String read(String name) {
    try (InputStream in = LuaScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
