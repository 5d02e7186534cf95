import { mount } from '../../src/ui/mount.tsx';
import { Popup } from '../../src/ui/popup/Popup.tsx';
import { startPopup } from '../../src/ui/popup/state.ts';
import { t } from '../../src/ui/words.ts';
import '../../src/ui/popup/popup.css';

const closing = new AbortController();
window.addEventListener('pagehide', () => closing.abort());
mount(<Popup />, t('name'));
startPopup(closing.signal);
