let offsetMs = 0

/** Sets the phone's clock ahead of this machine's, as the shop's and WeChat's were set. */
export function setPhoneClock(ms: number): void {
  offsetMs = ms
}

/** The present as this phone shows it: ms since the epoch. */
export const phoneNow = (): number => Date.now() + offsetMs

/** The `Date` of the app's code: the phone's clock where no other time is asked for. */
export const PhoneDate: DateConstructor = new Proxy(Date, {
  construct: (target, given: unknown[], caller) =>
    Reflect.construct(target, given.length === 0 ? [phoneNow()] : given, caller) as Date,
  apply: () => new Date(phoneNow()).toString(),
  get: (target, name, receiver) => (name === 'now' ? phoneNow : Reflect.get(target, name, receiver)),
})
