// GitHub: a controlled textarea that holds Markdown, shortcuts, and a page under a strict policy.
import { hasShortcuts } from './acts.ts';

const composer = document.querySelector<HTMLTextAreaElement>('#react-issue-comment-composer textarea')!;
composer.value = `## Background\n\nInvoices come out of a nightly job.\n\n${window.passage}\n\n\`\`\`ts\nconst total = 1;\n\`\`\`\n`;
document.querySelector<HTMLTextAreaElement>('[data-testid="review-thread"] textarea')!.value = window.passage;
document.querySelector<HTMLTextAreaElement>('#new_comment_field')!.value = window.passage;
hasShortcuts();
