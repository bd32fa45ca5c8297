// What the verdict says stands in the title of the window and in its icon, too.

let newIncidents = 0;  // announced and not dismissed
let contactLost = '';  // in words; empty: it is not

function showInWindow() {
  const verdict = byId('verdict').querySelector('.verdict').dataset;
  const title = contactLost ? `\u25cb ${contactLost} \u00b7 ${byId('title').textContent}` : verdict.title;
  document.title = newIncidents ? `(${newIncidents}) ${title}` : title;
  const icon = contactLost ? byId('no-contact').dataset.icon : verdict.icon;
  const link = document.querySelector('link[rel=icon]');
  if (link.getAttribute('href') !== icon) link.setAttribute('href', icon);
}

function countNews(number) {
  newIncidents = number;
  showInWindow();
}

// Of a page that hears nothing from its server nobody knows whether it is still true.
function showContact(lost) {
  if (contactLost === lost) return;
  contactLost = lost;
  byId('no-contact').hidden = !lost;
  byId('verdict').hidden = Boolean(lost);
  if (lost) byId('no-contact').querySelector('h2').textContent = lost;
  showInWindow();
}
