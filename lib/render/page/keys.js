// The table of keys stands in the page as the server made it; one that is chosen is shown alone.

byId('main').addEventListener('click', (event) => {
  const button = event.target.closest('button[data-by]');
  if (button) change({by: button.dataset.by});
});
