import { showBrowsersNewTab } from '../../src/platform/tabs.ts';
import { mount } from '../../src/ui/mount.tsx';
import { NewTab } from '../../src/ui/newtab/NewTab.tsx';
import { date, handedBack, startNewTab } from '../../src/ui/newtab/state.ts';
import { t } from '../../src/ui/words.ts';
import '../../src/ui/newtab/newtab.css';

if (handedBack()) {
  void showBrowsersNewTab();
} else {
  // The art fades in on the first tab of a day, and is simply there afterward.
  document.body.classList.toggle('land-known', localStorage.getItem('landShown') === date.value);
  localStorage.setItem('landShown', date.value);
  mount(<NewTab />, t('newtab.title'));
}
void startNewTab();
