import { Library } from '../../src/ui/library/Library.tsx';
import { startLibrary } from '../../src/ui/library/state.ts';
import { mount } from '../../src/ui/mount.tsx';
import { t } from '../../src/ui/words.ts';
import '../../src/ui/library/library.css';

startLibrary();
mount(<Library />, t('library.title'));
