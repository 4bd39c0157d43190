// The @anthropic-ai/sdk package as a driver program; recommended means more retries.
import Anthropic from '@anthropic-ai/sdk';
import { RETRIES, anthropicUrl, client, recommended, serve } from './driver.mjs';

const settings = recommended ? { maxRetries: RETRIES } : {};
const MOST_TOKENS = 4096;

serve(async (call, append, signal) => {
  const anthropic = client(
    call,
    (to) => new Anthropic({ baseURL: anthropicUrl(to.baseUrl), apiKey: to.apiKey, ...settings }),
  );
  const messages = [{ role: 'user', content: call.prompt }];
  const request = { model: call.model, max_tokens: MOST_TOKENS, messages };
  if (call.stream) {
    for await (const event of await anthropic.messages.create({ ...request, stream: true }, { signal })) {
      append(event.delta?.text ?? '');
    }
  } else {
    const answer = await anthropic.messages.create(request, { signal });
    answer.content.forEach((block) => append(block.text ?? ''));
  }
});
