"""The competencies and the curricula in forms that other programs know: 1EdTech CASE 1.0 and SKOS."""
