/** Targets are WeChat's own web views; the default ones (iOS 9) cost 19 kB of polyfilled syntax. */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        targets: { chrome: '107', ios: '16' },
      },
    ],
  ],
}
