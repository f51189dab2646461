/**
 * Loaded into every program that `npm start` runs. It ends the program in its own clean way (its SIGTERM handlers) when
 * `npm start` asks over the channel between them, and also when `npm start` itself was killed: nothing is left running.
 * Windows has no signal that asks, so the channel is used everywhere.
 */
function end() {
  if (process.listenerCount('SIGTERM') === 0) process.exit(0)
  process.emit('SIGTERM', 'SIGTERM')
}

if (process.channel) {
  process.on('message', (message) => {
    if (message === 'end') end()
  })
  process.once('disconnect', end)
  // Listening must not keep a program alive that has done its work.
  process.channel.unref()
}
