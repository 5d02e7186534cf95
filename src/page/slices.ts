// Work in slices that never hold the page: at most four milliseconds each, when the page is idle and visible.

/** The longest slice in milliseconds. */
const SLICE_MS = 4;

/**
 * Runs `work` to its end in idle slices.
 * @param work yields wherever it may be interrupted
 * @param done called with its result; never after `signal` has aborted
 */
export function inSlices<T>(
  view: Window,
  work: Generator<void, T>,
  done: (result: T) => void,
  signal: AbortSignal,
): void {
  const step = (deadline: IdleDeadline) => {
    if (signal.aborted) return;
    const end = performance.now() + Math.max(1, Math.min(SLICE_MS, deadline.timeRemaining() || SLICE_MS));
    let next = work.next();
    while (!next.done && performance.now() < end) next = work.next();
    if (next.done) done(next.value);
    else view.requestIdleCallback(step, { timeout: 200 });
  };
  view.requestIdleCallback(step, { timeout: 200 });
}
