// What the live editor can hold: two samples on which a hint is right, and one on which silence is.
export type SampleName = 'ticket' | 'design' | 'silent';

/** Paragraphs of each sample; a line that starts with # is a heading. Examples of work, so not translated words. */
export const SAMPLES: Record<SampleName, string[]> = {
  ticket: [
    '# Rewrite billing',
    'We should rewrite billing from scratch in Go. It will be easier to rebuild than to fix.',
    'The new service will own invoices, credits and exports, and the old one will be switched off when we are done.',
  ],
  design: [
    '# Design document: invoice export service',
    '## Problem',
    'Three teams each write their own invoice export. In September two of them sent different totals to the same customer.',
    '## Goals',
    'One service that writes every invoice export, so that three teams can delete theirs.',
    '## Proposed design',
    'A worker reads closed invoices from the ledger once an hour and writes one file per customer. Files are kept for ninety days.',
    'The exporter will be robust, and failed exports will be handled appropriately.',
    '## Rollout',
    'One customer in March, ten in April, then everybody. The old exporters stay switched on until May.',
  ],
  silent: [
    '# Export fails for invoices without a customer number',
    'Since Tuesday 31 of 4,100 nightly exports end with "customer number missing". The three affected customers were created through the new sign-up form, which allows an empty number.',
    'Fix: make the number required in the form and fill the three rows by hand. Mara checks the export on Thursday morning.',
  ],
};
