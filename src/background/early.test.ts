import { expect, it } from 'vitest';
import { listenEarly } from './early.ts';

/** A port whose page can speak and close. */
function fakePort() {
  const heard: ((message: unknown) => void)[] = [];
  const ended: (() => void)[] = [];
  const port = {
    onMessage: { addListener: (listener: (message: unknown) => void) => heard.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => ended.push(listener) },
  } as unknown as Parameters<typeof listenEarly>[0];
  return {
    port,
    say: (message: unknown) => heard.forEach((listener) => void listener(message)),
    close: () => ended.forEach((listener) => void listener()),
  };
}

it('keeps what is said, in its order, until somebody listens', () => {
  const { port, say, close } = fakePort();
  const listen = listenEarly(port);
  say('document');
  say('answer');
  const heard: unknown[] = [];
  listen(
    (message) => heard.push(message),
    () => heard.push('closed'),
  );
  say('blocks');
  close();
  expect(heard).toEqual(['document', 'answer', 'blocks', 'closed']);
});

it('gives the last words of a port that has closed already', () => {
  const { port, say, close } = fakePort();
  const listen = listenEarly(port);
  say('answer');
  close();
  const heard: unknown[] = [];
  listen(
    (message) => heard.push(message),
    () => heard.push('closed'),
  );
  expect(heard).toEqual(['answer', 'closed']);
});
