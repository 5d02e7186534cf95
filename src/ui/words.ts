// The words of the interface, from locales/.
import { i18n } from '#i18n';

export const { t } = i18n;

/** The words of a group under a key that is known at run time only; empty where the locale files have none. */
export function wordsOf(group: 'kinds' | 'unread' | 'retired' | 'hosts', key: string): string {
  return i18n.t(`${group}.${key.replaceAll('-', '_')}` as never);
}
