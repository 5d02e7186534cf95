import { describe, expect, it } from 'vitest';
import { WorkQueue } from './queue.ts';

/** A queue whose clock stands still but for one tick a pause, and what it did. */
function lab() {
  const done: string[] = [];
  let idle: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    idle = resolve;
  });
  const queue = new WorkQueue(
    () => done.length * 9,
    async () => {
      if (done.at(-1) === 'end') idle();
    },
  );
  const work = (key: string, urgency: number, steps: number) => {
    let left = steps;
    const next = () => {
      done.push(key);
      left--;
      return left > 0;
    };
    return { key, urgency, next };
  };
  return { queue, done, work, finished };
}

describe('WorkQueue', () => {
  it('takes the most urgent first, one step a slice, and newer work in place of older', async () => {
    const { queue, done, work, finished } = lab();
    queue.add(work('page', 1, 2));
    queue.add(work('caret', 0, 2));
    queue.add(work('page', 1, 1));
    queue.add(work('end', 2, 1));
    await finished;
    expect(done).toEqual(['page', 'caret', 'caret', 'page', 'end']);
  });

  it('lets an edit, or a block of another tab, wait for one step of long work and no more', async () => {
    const { queue, done, work, finished } = lab();
    const long = work('long', 3, 50);
    const edited = work('edit', 0, 1);
    const other = work('other tab', 1, 1);
    let steps = 0;
    queue.add({
      ...long,
      next: () => {
        // Both come while a step runs: a worker has one thread.
        if (++steps === 20) for (const urgent of [other, edited]) queue.add(urgent);
        return long.next();
      },
    });
    queue.add(work('end', 4, 1));
    await finished;
    const at = done.indexOf('edit');
    expect(done.slice(0, at)).toEqual(Array(20).fill('long'));
    expect(done[at + 1]).toBe('other tab');
    expect(done.slice(at + 2)).toEqual([...Array(30).fill('long'), 'end']);
  });
});
