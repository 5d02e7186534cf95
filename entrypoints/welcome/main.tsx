import { mount } from '../../src/ui/mount.tsx';
import { Welcome } from '../../src/ui/welcome/Welcome.tsx';
import { t } from '../../src/ui/words.ts';
import '../../src/ui/sections.css';
import '../../src/ui/welcome/welcome.css';

mount(<Welcome />, t('welcome.tab'));
