// Paper: light colours, a chart of its width, and the rows only where they are few.
addEventListener('beforeprint', () => {
  const few = table.order.length <= printedRows;
  root.classList.add('printing');
  byId('chart').style.width = '660px';
  chart.restyle(shownWindow());
  chart.freeze();
  byId('rows-scroll').hidden = !few;
  byId('rows-not-printed').hidden = few;
  byId('rows-not-printed').textContent = t('{n} rows: too many to print. Filter to {most} or fewer, or open the file.',
    {n: showCount(table.order.length), most: printedRows});
});
addEventListener('afterprint', () => {
  root.classList.remove('printing');
  byId('chart').style.width = '';
  byId('rows-scroll').hidden = false;
  byId('rows-not-printed').hidden = true;
  chart.thaw();
  chart.restyle(shownWindow());
});
