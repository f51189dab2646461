import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

const QUIET_MS = 300

/** Calls back once a burst of changes to TypeScript or SQL files below the folders has calmed down. */
export function onChange(
  root: string,
  folders: readonly string[],
  changed: (file: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined
  const watchers: FSWatcher[] = folders.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (!file || !/\.(ts|sql|json)$/.test(file)) return
      clearTimeout(timer)
      timer = setTimeout(() => changed(join(folder, file)), QUIET_MS)
    }),
  )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
