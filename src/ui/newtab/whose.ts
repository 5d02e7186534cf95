// Whose page a new tab is: the setting, and the copy that the first frame reads.
import { newTab } from '../../settings/settings.ts';
import { keepWhose } from './cache.ts';

/** Sets whose page a new tab is, from the next one on. */
export async function setNewTab(whose: 'staffwise' | 'browser'): Promise<void> {
  keepWhose(whose);
  await newTab.set(whose);
}
