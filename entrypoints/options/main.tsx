import { mount } from '../../src/ui/mount.tsx';
import { Options } from '../../src/ui/options/Options.tsx';
import { t } from '../../src/ui/words.ts';
import '../../src/ui/options/options.css';
import '../../src/ui/sections.css';

mount(<Options />, t('options.title'));
