// Vercel's ai package with its OpenAI-compatible provider as a driver program; recommended means more retries.
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, streamText } from 'ai';
import { RETRIES, client, recommended, serve } from './driver.mjs';

const settings = recommended ? { maxRetries: RETRIES } : {};

serve(async (call, append, signal) => {
  const mimo = client(call, (to) =>
    createOpenAICompatible({ name: 'mimo', baseURL: to.baseUrl, apiKey: to.apiKey }),
  );
  const request = { model: mimo(call.model), prompt: call.prompt, abortSignal: signal, ...settings };
  if (call.stream) {
    // Errors come as parts of the stream; the callback keeps them from being printed, too.
    for await (const part of streamText({ ...request, onError: () => {} }).fullStream) {
      if (part.type === 'error') {
        throw part.error;
      }
      append(part.type === 'text-delta' ? part.text : '');
    }
  } else {
    append((await generateText(request)).text);
  }
});
