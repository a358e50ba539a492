// Which regencies and cities lie nearest. The device compares its own place with a list that is
// the same for everybody; its place leaves neither this module nor the device.

const FAR = 400; // kilometres: farther from every centre is not in the country
const PER_DEGREE = 111.2;
const WAIT = 15000;
const KEPT = 600000;

// The `count` nearest as [code, name], the nearest first; none where the device is far away.
export function nearest(regions, { latitude, longitude }, count) {
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  const found = regions
    .filter(([code]) => code.includes("."))
    .map(([code, name, north, east]) => {
      const distance = PER_DEGREE * Math.hypot(north - latitude, (east - longitude) * narrowing);
      return { code, name, distance };
    })
    .sort((one, other) => one.distance - other.distance);
  return found[0].distance > FAR ? [] : found.slice(0, count).map(({ code, name }) => [code, name]);
}

// Rejects with a GeolocationPositionError.
export function position() {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, {
      timeout: WAIT,
      maximumAge: KEPT,
    });
  });
}
