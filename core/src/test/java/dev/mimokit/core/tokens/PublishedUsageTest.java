package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * From the texts of a published answer to its published usage. Source: the platform's page "OpenAI
 * API Compatibility", its sample for {@code mimo-v2.5-pro} with thinking disabled, whose usage is
 * 57 prompt and 72 completion tokens.
 */
class PublishedUsageTest {

  private static final String SYSTEM =
      "You are MiMo, an AI assistant developed by Xiaomi. Today is date: Tuesday, December 16, 2025."
          + " Your knowledge cutoff date is December 2024.";

  private static final String USER = "please introduce yourself";

  private static final String ANSWER =
      "Hello! I'm MiMo, Xiaomi's AI assistant created by the Xiaomi LLM-Core team. I'm here to chat,"
          + " help answer questions, and assist with various tasks—whether it's providing"
          + " information, brainstorming ideas, or just having a friendly conversation. Feel free to"
          + " ask me anything, and I'll do my best to help! 😊";

  private static final ExactCounter COUNTER = ExactCounter.builtIn();

  @Test
  void gives_the_published_prompt_tokens() {
    long content = COUNTER.count(SYSTEM) + COUNTER.count(USER);

    assertThat(content).isEqualTo(41 + 3);
    assertThat(ChatTokens.prompt(content, 2, false)).isEqualTo(57);
  }

  @Test
  void gives_the_published_completion_tokens() {
    assertThat(ChatTokens.completion(COUNTER.count(ANSWER))).isEqualTo(72);
  }
}
