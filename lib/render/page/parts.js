// Parts of the page that the server makes whole, such as the incidents: `html` of the data has them by their id. What
// has not changed stays as it is, and what has the focus keeps it, known by its `data-focus`.
function replaceParts(html) {
  for (const [id, text] of Object.entries(html || {})) {
    const part = byId(id);
    if (!part || part.dataset.text === text) continue;
    keepFocus(part, 'data-focus', () => { part.innerHTML = text; });
    part.dataset.text = text;
  }
}
