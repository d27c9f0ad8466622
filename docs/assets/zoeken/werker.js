/* De werker: haalt de index op en laat de motor zoeken, naast de bladzijde. Het eerste bericht is {scripts}: waar de motor
   uit bestaat; dan komt {keuzes}. Bericht {nummer, vraag, opties} geeft {nummer, uitkomst}. Als er iets misgaat, komt {fout}. */
"use strict";

self.exports = {};

var delen = {}, basis = new URL("../../zoeken/deel/", self.location.href).href;

/* Een deel is een script, om ook van een uitgepakte map te laden; hier is wat het doorgeeft genoeg. Zo komen delen naast
   elkaar binnen, wat met importScripts niet kan. */
function haal(naam) {
  return fetch(basis + (naam.indexOf(".js") < 0 ? naam + ".js" : naam)).then(function (antwoord) {
    if (!antwoord.ok) throw new Error(naam);
    return antwoord.text();
  }).then(function (tekst) {
    return JSON.parse(tekst.slice(tekst.indexOf(",") + 1, tekst.lastIndexOf(")")));
  });
}

function laad(naam) {
  if (!delen[naam]) {
    delen[naam] = haal(naam);
    delen[naam].catch(function () {
      delete delen[naam];
    });
  }
  return delen[naam];
}

function start(kern) {
  return laad(kern).then(function (gegevens) {
    var gemaakt = self.handboekMotor(gegevens, laad, self.exports.stemmer);
    return gemaakt.bereid().catch(function () {
      // Een deel dat er niet is, blijkt weer bij het zoeken: zie verse().
    }).then(function () {
      self.postMessage({keuzes: gemaakt.keuzes});
      return gemaakt;
    });
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
