'use strict';
/* Drag over a chart to choose its time. The same can be typed into "from" and "to". */
(function () {
  const { el, filters } = sentinel;
  const LEAST_PIXELS = 6;

  /** Makes a chart's time selectable; view() gives what is drawn, or null. */
  sentinel.brush = function (drawing, view) {
    const shade = el('i', 'brush', { hidden: true });
    let start = null;

    function place(event) {
      const { left } = drawing.getBoundingClientRect();
      const from = view().origin()[0];
      return Math.max(from, Math.min(from + view().width(), event.clientX - left));
    }

    function show(event) {
      const [low, high] = [start, place(event)].sort((a, b) => a - b);
      shade.hidden = high - low < LEAST_PIXELS;
      shade.style.left = `${low}px`;
      shade.style.width = `${high - low}px`;
      return [low, high];
    }

    function choose([low, high]) {
      const at = (pixel) => new Date(Math.round(+view().scale('x').invert(pixel - view().origin()[0]) / 1000) * 1000).toISOString();
      filters.set({ from: at(low), to: at(high) });
    }

    drawing.addEventListener('pointerdown', (event) => {
      if (view() === null || event.button !== 0 || event.pointerType === 'touch') return;
      start = place(event);
      drawing.append(shade);
      drawing.setPointerCapture(event.pointerId);
    });
    drawing.addEventListener('pointermove', (event) => { if (start !== null) show(event); });
    drawing.addEventListener('pointerup', (event) => {
      if (start === null) return;
      const chosen = show(event);
      start = null;
      const wide = !shade.hidden;
      shade.hidden = true;
      if (wide) choose(chosen);
    });
    drawing.addEventListener('pointercancel', () => { start = null; shade.hidden = true; });
  };
})();
