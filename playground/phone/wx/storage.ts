import { asynchronous, WxRefusal } from './api'

const MOST_PER_KEY = 1024 * 1024
const MOST_IN_ALL = 10 * 1024 * 1024

interface Keyed {
  readonly key: string
}

/** Storage of one person in this phone, with WeChat's limits: 1 MB per key, 10 MB in all. `isKept` false forgets at once (single page). */
export function storageApi(user: string, isKept: boolean): Record<string, unknown> {
  const prefix = `weapp:${user}:`
  const rows: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys(): string[] } = isKept
    ? browserRows(prefix)
    : passingRows()

  const set = (key: string, data: unknown): void => {
    const text = JSON.stringify(data === undefined ? '' : data)
    if (text.length > MOST_PER_KEY) throw new WxRefusal('entry size limit reached')
    const others = rows.keys().filter((other) => other !== key)
    const used = others.reduce((sum, other) => sum + (rows.getItem(other)?.length ?? 0), 0)
    if (used + text.length > MOST_IN_ALL) throw new WxRefusal('exceed storage max size 10Mb')
    rows.setItem(key, text)
  }
  const get = (key: string): unknown => {
    const text = rows.getItem(key)
    return text === null ? '' : JSON.parse(text)
  }
  const info = () => {
    const keys = rows.keys()
    const used = keys.reduce((sum, key) => sum + (rows.getItem(key)?.length ?? 0), 0)
    return { keys, currentSize: Math.ceil(used / 1024), limitSize: MOST_IN_ALL / 1024 }
  }
  const clear = (): void => {
    for (const key of rows.keys()) rows.removeItem(key)
  }

  return {
    setStorageSync: set,
    getStorageSync: get,
    removeStorageSync: (key: string) => rows.removeItem(key),
    clearStorageSync: clear,
    getStorageInfoSync: info,
    batchSetStorageSync: (list: { key: string; value: unknown }[]) => {
      for (const { key, value } of list) set(key, value)
    },
    batchGetStorageSync: (keys: string[]) => keys.map(get),
    setStorage: asynchronous('setStorage', ({ key, data }: Keyed & { data: unknown }) => void set(key, data)),
    getStorage: asynchronous('getStorage', ({ key }: Keyed) => {
      if (rows.getItem(key) === null) throw new WxRefusal('data not found')
      return { data: get(key) }
    }),
    removeStorage: asynchronous('removeStorage', ({ key }: Keyed) => void rows.removeItem(key)),
    clearStorage: asynchronous('clearStorage', () => void clear()),
    getStorageInfo: asynchronous('getStorageInfo', info),
  }
}

function browserRows(prefix: string) {
  return {
    getItem: (key: string) => localStorage.getItem(prefix + key),
    setItem: (key: string, text: string) => localStorage.setItem(prefix + key, text),
    removeItem: (key: string) => localStorage.removeItem(prefix + key),
    keys: () =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  }
}

function passingRows() {
  const rows = new Map<string, string>()
  return {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, text: string) => void rows.set(key, text),
    removeItem: (key: string) => void rows.delete(key),
    keys: () => [...rows.keys()],
  }
}
