// The words of the interface, from locales/.
import { i18n } from '#i18n';

export const { t } = i18n;

/** The words of a group under a key that is known at run time only; empty where the locale files have none. */
export function wordsOf(group: 'kinds' | 'unread' | 'retired' | 'hosts', key: string): string {
  return i18n.t(`${group}.${key.replaceAll('-', '_')}` as never);
}

/** A date as the person's browser writes it: Tuesday, 24 November. */
export function longDate(date: Date): string {
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
}

/** A month, given as YYYY-MM, as the person's browser writes it: November 2026. */
export function longMonth(month: string): string {
  return new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' }).format(
    new Date(`${month}-15T12:00`),
  );
}

/** A time of day as the person's browser writes it. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(at);
}
