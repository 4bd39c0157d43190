// The openai package as a driver program; recommended means more retries.
import OpenAI from 'openai';
import { RETRIES, client, recommended, serve } from './driver.mjs';

const settings = recommended ? { maxRetries: RETRIES } : {};

serve(async (call, append, signal) => {
  const openai = client(call, (to) => new OpenAI({ baseURL: to.baseUrl, apiKey: to.apiKey, ...settings }));
  const messages = [{ role: 'user', content: call.prompt }];
  const request = { model: call.model, messages };
  if (call.stream) {
    for await (const chunk of await openai.chat.completions.create({ ...request, stream: true }, { signal })) {
      append(chunk.choices?.[0]?.delta?.content ?? '');
    }
  } else {
    append((await openai.chat.completions.create(request, { signal })).choices[0].message.content ?? '');
  }
});
