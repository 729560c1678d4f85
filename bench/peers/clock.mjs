// Percentiles of repeated work, in milliseconds.

/** Runs `work(i)` until `seconds` have passed (at least `atLeast` times) after a short warm-up; returns p50, p95 and the count. */
export async function time(work, { seconds = 3, atLeast = 9, warmUp = 3 } = {}) {
  for (let i = 0; i < warmUp; i++) await work(i);
  globalThis.gc?.();
  const samples = [];
  const end = performance.now() + seconds * 1000;
  for (let i = warmUp; samples.length < atLeast || performance.now() < end; i++) {
    const start = performance.now();
    await work(i);
    samples.push(performance.now() - start);
  }
  samples.sort((a, b) => a - b);
  const at = p => samples[Math.min(samples.length - 1, Math.ceil(p * samples.length) - 1)];
  return { p50: at(0.5), p95: at(0.95), count: samples.length };
}

/** A peer that computed nothing must not win: throws unless the flip had its effect. */
export function expectTotal(peer, actual, expected) {
  if (Number(actual) !== expected) throw new Error(`${peer}: the total is ${actual}, it should be ${expected}`);
}
