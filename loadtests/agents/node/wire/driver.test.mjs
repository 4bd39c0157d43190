// The driver programs, as the gate starts them, against the mock.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import test from 'node:test';
import { MOCK, key } from './mock.mjs';

const call = (job, apiKey, stream) => ({
  case: '0.0',
  job,
  baseUrl: `${MOCK}/v1`,
  apiKey,
  model: 'mimo-v2.5-pro',
  stream,
  prompt: `Say "hello". This is ${job}`,
  deadlineMs: 60_000,
});

async function answers(script, settings, calls) {
  const driver = spawn('node', [script, ...settings], { stdio: ['pipe', 'pipe', 'inherit'] });
  driver.stdin.end(calls.map((each) => `${JSON.stringify(each)}\n`).join(''));
  let out = '';
  for await (const bytes of driver.stdout) {
    out += bytes;
  }
  const told = out.trim().split('\n').map((line) => JSON.parse(line));
  return Object.fromEntries(told.map((answer) => [answer.job, answer]));
}

for (const script of ['openai.mjs', 'anthropic.mjs', 'vercel.mjs']) {
  for (const settings of [[], ['recommended']]) {
    test([script, ...settings].join(' '), async () => {
      const account = key(`driver-${script.replace('.mjs', '')}`);
      const told = await answers(script, settings, [
        call('job-1', account, false),
        call('job-2', account, true),
        call('job-3', 'nobody', false),
      ]);

      assert.deepEqual(Object.keys(told).sort(), ['job-1', 'job-2', 'job-3']);
      assert.ok(told['job-1'].ok && told['job-2'].ok);
      assert.ok(told['job-1'].text.length > 0 && told['job-2'].text.length > 0);
      assert.equal(told['job-3'].ok, false);
      assert.equal(told['job-3'].status, 401);
      assert.ok(told['job-3'].errorClass.length > 0);
    });
  }
}
