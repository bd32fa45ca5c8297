// Paper: light colours, a chart of its width, and the rows only where they are few.
addEventListener('beforeprint', () => {
  const few = table.order.length <= printedRows;
  root.classList.add('printing');
  byId('chart').style.width = '660px';
  chart.restyle(state.zoom);
  table.wholeInPrint = few;
  table.draw(true);
  byId('rows-scroll').hidden = !few;
  byId('rows-not-printed').hidden = few;
  byId('rows-not-printed').textContent = `${showCount(table.order.length)} rows: too many to print. Filter to ${printedRows} or fewer, or open the file.`;
});
addEventListener('afterprint', () => {
  root.classList.remove('printing');
  byId('chart').style.width = '';
  table.wholeInPrint = false;
  byId('rows-scroll').hidden = false;
  byId('rows-not-printed').hidden = true;
  chart.restyle(state.zoom);
  table.draw(true);
});
