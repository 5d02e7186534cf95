// Markdown as elements: mdast to Preact, one case a node. HTML in the text is shown as the text it is.
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { ComponentChild } from 'preact';

/** Only these may be pressed; anything else stays text. */
const ADDRESS = /^(?:https?:|mailto:)/i;

const children = (node: Parents): ComponentChild[] =>
  node.children.map((child, at) => <Node key={at} node={child as Nodes} />);

function Node({ node }: { node: Nodes }): ComponentChild {
  switch (node.type) {
    case 'root':
      return <>{children(node)}</>;
    case 'paragraph':
      return <p>{children(node)}</p>;
    case 'heading':
      // The page's own title is above: headings in a note begin one level further down.
      return node.depth < 2 ? <h2>{children(node)}</h2> : <h3>{children(node)}</h3>;
    case 'text':
    case 'html':
      return node.value;
    case 'emphasis':
      return <em>{children(node)}</em>;
    case 'strong':
      return <strong>{children(node)}</strong>;
    case 'delete':
      return <s>{children(node)}</s>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{children(node)}</blockquote>;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{children(node)}</ol> : <ul>{children(node)}</ul>;
    case 'listItem':
      return (
        <li>
          {typeof node.checked === 'boolean' && (node.checked ? '☑ ' : '☐ ')}
          {children(node)}
        </li>
      );
    case 'link':
      if (!ADDRESS.test(node.url)) return <>{children(node)}</>;
      return (
        <a href={node.url} target="_blank" rel="noreferrer">
          {children(node)}
        </a>
      );
    case 'image':
      // Pictures would be requests: their description stands in for them.
      return node.alt ?? '';
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'table':
      return (
        <table>
          <tbody>{children(node)}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{children(node)}</tr>;
    case 'tableCell':
      return <td>{children(node)}</td>;
    default:
      return 'children' in node ? children(node as Parents) : null;
  }
}

/** Draws a Markdown text. */
export default function Markdown({ text }: { text: string }) {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return <Node node={tree} />;
}
