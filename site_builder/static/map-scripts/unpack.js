/* Makes GeoJSON of the packed base layer: lines there are steps in thousandths of a degree. */
(function (site) {
  "use strict";

  function points(numbers) {
    var line = [];
    var lon = 0, lat = 0;
    for (var n = 0; n < numbers.length; n += 2) {
      lon += numbers[n];
      lat += numbers[n + 1];
      line.push([lon / 1000, lat / 1000]);
    }
    return line;
  }

  function lines(parts) {
    return typeof parts[0] === "number" ? points(parts) : parts.map(lines);
  }

  site.unpack = function (packed) {
    packed.features.forEach(function (feature) {
      feature.geometry.coordinates = lines(feature.geometry.coordinates);
    });
    return packed;
  };
}(window.SiteMap = window.SiteMap || {}));
