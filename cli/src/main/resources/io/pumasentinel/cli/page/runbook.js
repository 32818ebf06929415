'use strict';
/* A runbook in the page: the headings, lists and paragraphs of its Markdown, as text. */
(function () {
  const { el, list } = sentinel;
  const runbooks = sentinel.embedded('sentinel-runbooks');

  /** Code in back quotes; of a link only its words. */
  function inline(text) {
    return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').split('`')
      .map((piece, i) => (i % 2 === 1 ? el('code', '', { textContent: piece }) : piece.replaceAll('**', '')));
  }

  function block(lines) {
    if (lines[0].startsWith('## ')) return el('h4', '', { textContent: lines[0].slice(3) });
    if (!/^[*-] /.test(lines[0])) return el('p', '', {}, inline(lines.join(' ')));
    const items = [];
    for (const line of lines) {
      if (/^[*-] /.test(line)) items.push(line.slice(2));
      else items[items.length - 1] += ` ${line.trim()}`;
    }
    return el('ul', '', {}, items.map((item) => el('li', '', {}, inline(item))));
  }

  function blocks(markdown) {
    return markdown.split(/\n\s*\n/).map((text) => text.split('\n').filter((line) => line.trim() !== ''))
      .filter((lines) => lines.length > 0 && !lines[0].startsWith('# ')).map(block);
  }

  /** What to do: the runbook's text to unfold, or where it is if the page does not hold it. */
  sentinel.runbook = function (path) {
    if (!path) return null;
    const text = runbooks[String(path).replace(/^.*\//, '').replace(/\.md$/, '')];
    if (typeof text !== 'string') return el('p', '', { textContent: `What to do: ${list(path).join(', ')}` });
    return el('details', 'runbook', {},
      el('summary', '', { textContent: `What to do (${path})` }), el('div', 'prose', {}, blocks(text)));
  };
})();
