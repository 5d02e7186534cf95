import { mount } from '../../src/ui/mount.tsx';
import { Panel } from '../../src/ui/sidepanel/Panel.tsx';
import { startPanel } from '../../src/ui/sidepanel/state.ts';
import { t } from '../../src/ui/words.ts';
import '../../src/ui/sidepanel/sidepanel.css';

const closing = new AbortController();
window.addEventListener('pagehide', () => closing.abort());
mount(<Panel />, t('name'));
startPanel(closing.signal);
