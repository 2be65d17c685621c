/** A place on earth, in degrees. */
export type Position = { latitude: number; longitude: number };
/** What lies between these degrees; `west` is more than `east` where it crosses the line of the date. */
export type Box = { south: number; north: number; west: number; east: number };

/** A degree of latitude is never shorter. */
const KM_A_DEGREE = 110.5;

/** A box around everything that is within so many kilometres of a place, for an index to look in. */
export function boxAround({ latitude, longitude }: Position, km: number): Box {
  const tall = km / KM_A_DEGREE;
  const [south, north] = [Math.max(-90, latitude - tall), Math.min(90, latitude + tall)];
  const farthest = Math.max(Math.abs(south), Math.abs(north));
  const wide = farthest >= 89 ? 180 : tall / Math.cos((farthest * Math.PI) / 180);
  if (wide >= 180) return { south, north, west: -180, east: 180 };
  return { south, north, west: around(longitude - wide), east: around(longitude + wide) };
}

function around(longitude: number) {
  if (longitude < -180) return longitude + 360;
  return longitude > 180 ? longitude - 360 : longitude;
}
