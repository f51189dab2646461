/// <reference types="@tarojs/taro" />

/** The shop's API without a trailing slash, set by config/index.ts at build time. */
declare const __API__: string

/** A picture of the package: its path from the package's root, or a data URI where it is tiny. */
declare module '*.png' {
  const path: string
  export default path
}
