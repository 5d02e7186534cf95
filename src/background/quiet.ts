// Presenting, snoozed, or marks turned off: whether marks may be drawn in a tab now.
import type { Later } from '../platform/messages.ts';
import { excludedFields, marks, presenting, snooze, snoozedTabs, underlines } from '../settings/settings.ts';

/** Stands for the origin of pages of ours. */
export const OWN_ORIGIN = 'staffwise';

const HOUR = 3_600_000;
/** A site or tab that is told "later" without a time stays quiet this long. */
const FOREVER = Number.MAX_SAFE_INTEGER;

/** Follows the settings that hide marks. */
export class Quiet {
  presenting = false;
  /** Underlines under the evidence of every mark. */
  underline = false;
  private marksOn = marks.initial;
  private excluded: Record<string, string[]> = excludedFields.initial;
  private snoozed: { until: number; sites: Record<string, number> } = snooze.initial;
  private tabs: readonly number[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Reads the settings and follows them until `signal` aborts. */
  async start(signal: AbortSignal): Promise<void> {
    const changed = () => {
      for (const listener of this.listeners) listener();
    };
    presenting.watch((value) => {
      this.presenting = value;
      changed();
    }, signal);
    marks.watch((value) => {
      this.marksOn = value;
      changed();
    }, signal);
    underlines.watch((value) => {
      this.underline = value;
      changed();
    }, signal);
    excludedFields.watch((value) => {
      this.excluded = value;
    }, signal);
    snooze.watch((value) => {
      this.snoozed = value;
      changed();
    }, signal);
    snoozedTabs.watch((value) => {
      this.tabs = value;
      changed();
    }, signal);
    [this.presenting, this.marksOn, this.snoozed, this.tabs, this.underline, this.excluded] =
      await Promise.all([
        presenting.get(),
        marks.get(),
        snooze.get(),
        snoozedTabs.get(),
        underlines.get(),
        excludedFields.get(),
      ]);
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Whether marks may be drawn. */
  mayMark(tab: number, origin: string): boolean {
    // The welcome page's sample shows what marks are, whatever is set.
    const wanted = this.marksOn || origin === OWN_ORIGIN;
    return wanted && !this.presenting && this.snoozedUntil(tab, origin) === 0;
  }

  /** Whether the person wants a field of a site left alone. */
  isExcluded(origin: string, field: string): boolean {
    return this.excluded[origin]?.includes(field) ?? false;
  }

  /** Leaves a field of a site alone from now on. */
  async exclude(origin: string, field: string): Promise<void> {
    const fields = new Set(this.excluded[origin]).add(field);
    this.excluded = { ...this.excluded, [origin]: [...fields] };
    await excludedFields.set(this.excluded);
  }

  /** When the snooze of a tab ends, in ms since the epoch; 0 where there is none. */
  snoozedUntil(tab: number, origin: string): number {
    if (this.tabs.includes(tab)) return FOREVER;
    const until = Math.max(this.snoozed.until, this.snoozed.sites[origin] ?? 0);
    return until > this.now() ? until : 0;
  }

  /** Snoozes, or (`now`) ends every snooze that holds for the tab. */
  async later(until: Later | 'now', tab: number, origin: string): Promise<void> {
    if (until === 'tab') {
      await snoozedTabs.set([...this.tabs, tab]);
      return;
    }
    const sites = { ...this.snoozed.sites };
    if (until === 'now') {
      await snoozedTabs.set(this.tabs.filter((other) => other !== tab));
      delete sites[origin];
      await snooze.set({ until: 0, sites });
    } else if (until === 'site')
      await snooze.set({ ...this.snoozed, sites: { ...sites, [origin]: FOREVER } });
    else
      await snooze.set({
        ...this.snoozed,
        until: until === 'hour' ? this.now() + HOUR : endOfDay(this.now()),
      });
  }
}

function endOfDay(now: number): number {
  const end = new Date(now);
  end.setHours(24, 0, 0, 0);
  return end.getTime();
}
