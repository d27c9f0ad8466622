/* De keuze staat in het adres (?aanpak=a,b,c of ?rol=a,b), zodat je haar kunt mailen, met wat dicht staat en met onze
   situatie. Op een bladzijde die klaarligt, staat de keuze in de bladzijde zelf. */
(function () {
  "use strict";
  const { leesSituatie, opsomming } = window.handboekVergelijken;
  const NAAM = { interventie: "aanpak", rol: "rol" };
  const EIGEN = ["aanpak", "rol", "situatie", "verschil", "dicht"];

  const lijst = (tekst) => (tekst || "").split(",").filter(Boolean);
  const hier = () => location.href.split(/[?#]/)[0];

  /* Wat er van de gevraagde ids overblijft, en wat er te zeggen is over de rest. */
  function schift(keuze, soort, gevraagd) {
    const { namen } = keuze.soorten[soort];
    const uniek = [...new Set(gevraagd)];
    const bekend = uniek.filter((id) => namen.has(id));
    const [ids, teveel] = [bekend.slice(0, keuze.hoogstens), bekend.slice(keuze.hoogstens)];
    const vreemd = uniek.filter((id) => !namen.has(id));
    const klacht = [
      ...(vreemd.length ? [`Niet in dit handboek: ${opsomming(vreemd)}.`] : []),
      ...(teveel.length ? [`Er passen er vier naast elkaar. Weggelaten: ${opsomming(teveel.map((id) => namen.get(id)[0]))}.`] : []),
    ].join(" ");
    return { ids, klacht };
  }

  /** Wat het adres vraagt, voor zover dit handboek het kent; `klacht` zegt wat er niet bij is. */
  function leesAdres(keuze, { soort: vasteSoort, keuze: vasteKeuze }) {
    const gegeven = new URLSearchParams(location.search);
    const soort = vasteSoort || (gegeven.has("rol") && !gegeven.has("aanpak") ? "rol" : "interventie");
    return {
      soort,
      ...schift(keuze, soort, lijst(vasteSoort ? vasteKeuze : gegeven.get(NAAM[soort]))),
      situatie: leesSituatie(keuze.punten, gegeven.get("situatie")),
      verschil: gegeven.has("verschil"),
      dicht: new Set(lijst(gegeven.get("dicht"))),
    };
  }

  const metVraag = (waar, delen) => waar + (delen.length ? `?${delen.join("&")}` : "");
  const situatiedeel = (situatie) => (Object.keys(situatie).length ? [`situatie=${self.keuzehulp.schrijf(situatie)}`] : []);
  const keuzedeel = ({ soort, ids }) => (ids.length ? [`${NAAM[soort]}=${ids.join(",")}`] : []);

  /** Het adres van wat er nu staat. */
  function schrijfAdres(staat, vast) {
    const ander = new URLSearchParams(location.search);
    for (const naam of EIGEN) ander.delete(naam);
    return metVraag(hier(), [
      ...(vast ? [] : keuzedeel(staat)),
      ...situatiedeel(staat.situatie),
      ...(staat.verschil ? ["verschil=ja"] : []),
      ...(staat.dicht.size ? [`dicht=${[...staat.dicht].join(",")}`] : []),
      ...(ander.size ? [ander.toString().replaceAll("%2C", ",")] : []),
    ]);
  }

  /** Het adres van de hele vergelijking, waar zij ook getekend is. */
  const vergelijkadres = (staat) =>
    metVraag(new URL("index.html", hier()).href, [...keuzedeel(staat), ...situatiedeel(staat.situatie)]);

  /** De keuzehulp met deze aanpakken en deze situatie. */
  const keuzehulpadres = ({ ids, situatie }) => metVraag("../keuzehulp.html", [...situatiedeel(situatie), `kies=${ids.join(",")}`]);

  Object.assign(window.handboekVergelijken, { leesAdres, schrijfAdres, vergelijkadres, keuzehulpadres });
})();
