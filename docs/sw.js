/* Zonder verbinding: lezen wat al bezocht is, en zoeken voor wie eenmaal gezocht heeft (assets/zoeken/laden.js meldt dit
   aan). Altijd eerst het net, en pas als dat er niet is wat hier bewaard is: zo is met verbinding nooit iets oud, en is er
   geen versie nodig. */
"use strict";

const KAST = "handboek " + self.registration.scope;
const BEWAART = /\.(?:html|css|js|json|woff2|svg)$/;
const DELEN = "zoeken/deel/";
const MEESTE_DELEN = 24; // een grotere index komt er deel voor deel in, naar wat gezocht is

/* Onder welk adres iets bewaard staat: zonder de vraag en het anker. Niets voor wat niet van dit handboek is. */
function plek(adres) {
  const {origin, pathname} = new URL(adres), heel = origin + pathname + (pathname.endsWith("/") ? "index.html" : "");
  return heel.startsWith(self.registration.scope) && BEWAART.test(heel) ? heel : "";
}

async function bewaar(waar, antwoord) {
  if (!antwoord.ok || antwoord.redirected || antwoord.type !== "basic") return;
  const kast = await caches.open(KAST);
  if (waar.endsWith(DELEN + "kern.js")) {
    const oud = await kast.match(waar);
    if (!oud || (await oud.text()) !== (await antwoord.clone().text())) await vergeetDelen(kast);
  }
  await kast.put(waar, antwoord);
}

/* De delen van een index horen bij elkaar: met een nieuwe kern zijn de oude niets waard. */
async function vergeetDelen(kast) {
  for (const verzoek of await kast.keys()) if (verzoek.url.includes(DELEN)) await kast.delete(verzoek);
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const waar = event.request.method === "GET" ? plek(event.request.url) : "";
  if (!waar) return;
  event.respondWith(fetch(event.request).then((antwoord) => {
    event.waitUntil(bewaar(waar, antwoord.clone()).catch(() => {}));
    return antwoord;
  }, async (fout) => {
    const bewaard = await (await caches.open(KAST)).match(waar);
    if (bewaard) return bewaard;
    throw fout;
  }));
});

/* Wat al binnen was voor dit script meekeek: de bladzijde stuurt de adressen. Na het zoeken ook de rest van de index. */
async function haal(adres) {
  const waar = plek(adres);
  if (!waar || (await (await caches.open(KAST)).match(waar))) return;
  await fetch(adres).then((antwoord) => bewaar(waar, antwoord)).catch(() => {});
}

async function haalIndex() {
  const map = self.registration.scope + DELEN;
  await haal(map + "kern.js");
  const bewaard = await (await caches.open(KAST)).match(map + "kern.js"), tekst = bewaard ? await bewaard.text() : "";
  if (!tekst) return;
  const kern = JSON.parse(tekst.slice(tekst.indexOf(",") + 1, tekst.lastIndexOf(")")));
  if (kern.delen.length <= MEESTE_DELEN) for (const naam of kern.delen) await haal(map + kern.versie + "/" + naam + ".js");
}

self.addEventListener("message", (event) => {
  const {adressen, index} = event.data;
  event.waitUntil(Promise.all([...adressen.map(haal), index && haalIndex()]));
});
