import { mount } from '../../src/ui/mount.tsx';
import { Record } from '../../src/ui/record/Record.tsx';
import { startRecord } from '../../src/ui/record/state.ts';
import { t } from '../../src/ui/words.ts';
import '../../src/ui/record/record.css';

mount(<Record />, t('record.title'));
startRecord();
