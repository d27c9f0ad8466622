/* De werker: haalt de index op en laat de motor zoeken, naast de bladzijde. Het eerste bericht is {scripts}: waar de motor
   uit bestaat; dan komt {keuzes}. Bericht {nummer, vraag, opties} geeft {nummer, uitkomst}. Als er iets misgaat, komt {fout}. */
"use strict";

self.exports = {};

var delen = {}, basis = new URL("../../zoeken/deel/", self.location.href).href;

self.handboekZoekdeel = function (naam, deel) {
  delen[naam] = deel;
};

function laad(naam) {
  return new Promise(function (klaar) {
    if (!(naam in delen)) importScripts(basis + (naam.indexOf(".js") < 0 ? naam + ".js" : naam));
    klaar(delen[naam]);
  });
}

function start(kern) {
  return laad(kern).then(function () {
    var gemaakt = self.handboekMotor(delen.kern, laad, self.exports.stemmer);
    self.postMessage({keuzes: gemaakt.keuzes});
    return gemaakt;
  });
}

var motor = null, herstart = null;

function mis() {
  self.postMessage({fout: true});
}

function zoek(vraag, opties) {
  return motor.then(function (gemaakt) {
    return gemaakt.zoek(vraag, opties);
  });
}

/* Een kern uit het geheugen van de browser kan ouder zijn dan de site: zijn delen zijn er dan niet meer. Haal hem opnieuw. */
function verse() {
  herstart = herstart || start("kern.js?" + Date.now());
  motor = herstart;
}

function begin(scripts) {
  importScripts(...scripts);
  motor = start("kern");
  motor.catch(mis);
}

self.onmessage = function (bericht) {
  if (bericht.data.scripts) return begin(bericht.data.scripts);
  var vraag = bericht.data.vraag, opties = bericht.data.opties;
  zoek(vraag, opties).catch(function () {
    verse();
    return zoek(vraag, opties);
  }).then(function (uitkomst) {
    self.postMessage({nummer: bericht.data.nummer, uitkomst: uitkomst});
  }).catch(mis);
};
