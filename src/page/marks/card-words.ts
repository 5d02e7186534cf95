// What the parts of a card are called.
import { i18n } from '#i18n';
import type { PageHint } from '../../platform/messages.ts';
import type { Action, Said } from './card.ts';

/** The name of an action. */
export function nameOf(action: Action, hint: PageHint): string {
  switch (action) {
    case 'copy':
      return hint.copies === 'sentence' ? i18n.t('card.copySentence') : i18n.t('card.copyQuestion');
    case 'useful':
      return i18n.t('card.useful');
    case 'not-here':
      return i18n.t('card.notHere');
    case 'later':
      return i18n.t('card.later');
    case 'more':
      return i18n.t('card.more');
    case 'open-note':
      return i18n.t('card.openNote');
    case 'open-panel':
      return i18n.t('card.openPanel');
    case 'never':
      return i18n.t('card.never');
    case 'next':
      return i18n.t('card.nextHint');
    case 'close':
      return i18n.t('card.close');
    case 'undo':
      return i18n.t('card.undo');
    case 'exclude':
      return i18n.t('card.exclude');
    case 'later-hour':
      return i18n.t('card.laterHour');
    case 'later-today':
      return i18n.t('card.laterToday');
    case 'later-tab':
      return i18n.t('card.laterTab');
    case 'later-site':
      return i18n.t('card.laterSite');
  }
}

/** What was done, in one line. */
export function saidText(said: Said): string {
  switch (said) {
    case 'copied':
      return i18n.t('card.saidCopied');
    case 'useful':
      return i18n.t('card.saidUseful');
    case 'not-here':
      return i18n.t('card.saidNotHere');
    case 'never':
      return i18n.t('card.saidNever');
    case 'refused':
      return i18n.t('card.copyRefused');
  }
}
