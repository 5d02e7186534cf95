import { startPage } from '../../src/page/start.ts';
import { extensionAlive, openPagePort } from '../../src/platform/page-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Welcome } from '../../src/ui/welcome/Welcome.tsx';
import { t } from '../../src/ui/words.ts';
import '../../src/ui/sections.css';
import '../../src/ui/welcome/welcome.css';

mount(<Welcome />, t('welcome.tab'));
// Page scripts do not run on pages of an extension: the live editor has the same module, by import.
startPage({ window, connect: openPagePort, alive: extensionAlive, signal: new AbortController().signal });
