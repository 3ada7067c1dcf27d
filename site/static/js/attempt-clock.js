// The attempt's clock as the server tells it, carried on by performance.now(): what the device's own clock says does not matter.
export class AttemptClock {
  // elapsedMs: milliseconds since the start; secondsLeft: null without a limit; lastGivenMs: when the latest answer that the
  // server has was given; at: when that was so, by performance.now().
  constructor({ elapsedMs, secondsLeft, lastGivenMs, at }) {
    this.lastGiven = 0;
    this.set(elapsedMs, secondsLeft, lastGivenMs, at);
  }

  set(elapsedMs, secondsLeft, lastGivenMs, at = performance.now()) {
    this.elapsedThen = elapsedMs;
    this.leftThen = secondsLeft;
    this.lastGiven = Math.max(this.lastGiven, lastGivenMs);
    this.at = at;
  }

  // Take over the clock from any answer of the server.
  sync({ elapsed_ms: elapsedMs, seconds_left: secondsLeft, last_given_ms: lastGivenMs }) {
    this.set(elapsedMs, secondsLeft, lastGivenMs);
  }

  // The time of an answer given now, in milliseconds since the start: later than that of every answer seen before it, so that
  // an uneven network cannot make an answer look older than the one it replaces.
  given() {
    this.lastGiven = Math.max(Math.round(this.elapsedThen + performance.now() - this.at), this.lastGiven + 1);
    return this.lastGiven;
  }

  // Seconds until the deadline, never below 0; null without a limit.
  left() {
    return this.leftThen === null ? null : Math.max(0, this.leftThen - (performance.now() - this.at) / 1000);
  }
}

// 12:46, or 1:02:03 from an hour on.
export function clockFace(seconds) {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
