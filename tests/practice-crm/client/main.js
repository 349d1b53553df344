import { loadBoot } from './app.js';
import { useNativeShadow } from './dom.js';
import { startHostility } from './hostile.js';
import { listenForHotkeys } from './hotkeys.js';
import { followLinks, navigate, route } from './router.js';
import { drawShell, newHref } from './shell.js';

const boot = await loadBoot();
if (boot.options.shadow === 'native') await useNativeShadow();
document.getElementById('auraLoadingBox').style.display = 'none';
drawShell();
followLinks();
listenForHotkeys();
document.addEventListener('practice-new', () => navigate(newHref('Opportunity')));
startHostility(boot.options);
await route();
