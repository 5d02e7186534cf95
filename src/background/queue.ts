// One queue of work for all tabs: short slices, the most urgent first, newer work of a key in place of older.

/** Work that is done in steps. `next` does one step and says whether more is left. */
export interface Work {
  /** Work of the same key replaces what is queued. */
  key: string;
  /** Smaller is sooner. */
  urgency: number;
  next(): boolean;
}

const SLICE_MS = 8;

/** Runs work so that no slice is long and nothing waits for more than one step. */
export class WorkQueue {
  private readonly queued = new Map<string, Work>();
  private running = false;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly pause: () => Promise<void> = () => new Promise((resume) => setTimeout(resume)),
  ) {}

  /** Queues work, or replaces what is queued under its key. */
  add(work: Work): void {
    this.queued.set(work.key, work);
    if (!this.running) void this.run();
  }

  /** Drops what is queued under a key. */
  drop(key: string): void {
    this.queued.delete(key);
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.queued.size > 0) {
      const until = this.now() + SLICE_MS;
      while (this.queued.size > 0 && this.now() < until) this.step();
      await this.pause();
    }
    this.running = false;
  }

  private step(): void {
    const work = [...this.queued.values()].reduce((a, b) => (b.urgency < a.urgency ? b : a));
    let more = false;
    try {
      more = work.next();
    } catch (error) {
      console.error('analysis:', error);
    }
    if (!more && this.queued.get(work.key) === work) this.queued.delete(work.key);
  }
}
