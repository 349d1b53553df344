/** Things real CRM pages do to extensions, switched on by the server's options. */

/** A page that puts a new body in place after load; what others hung on the old one is gone. */
function rewriteBody() {
  const next = document.createElement('body');
  for (const { name, value } of document.body.attributes) next.setAttribute(name, value);
  next.append(document.getElementById('auraLoadingBox'), document.getElementById('app'));
  document.documentElement.replaceChild(next, document.body);
}

function removeForeignNodes() {
  for (const node of document.querySelectorAll(':root > :not(head, body)')) node.remove();
}

export function startHostility(options) {
  if (options.rewriteBody) setTimeout(rewriteBody, 700);
  if (options.removeForeignNodes) setInterval(removeForeignNodes, 500);
}
