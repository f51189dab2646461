/**
 * A program that stops its PostgreSQL and is told of its end later than the system knows of it: what it still has to
 * say after the stop must be said. Takes the data folder.
 */
import { existsSync, readFileSync } from 'node:fs'
import { startEmbedded } from '../../../server/platform/embedded-postgres'

const kill = process.kill.bind(process)
const isOver = (pid: number) =>
  !existsSync(`/proc/${pid}/stat`) || /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

process.kill = (pid: number, signal?: string | number) => {
  const answer = kill(pid, signal)
  // Nothing else happens in this process until PostgreSQL is gone, so Node cannot have taken note of it yet.
  if (signal === 'SIGINT')
    while (!isOver(pid)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
  return answer
}

startEmbedded({ dataDir: process.argv[2] ?? '', fast: true })
  .then((embedded) => embedded.stop())
  .then(() => console.log('stopped'))
