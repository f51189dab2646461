/// <reference types="@tarojs/taro" />

/** The shop's API without a trailing slash, set by config/index.ts at build time. */
declare const __API__: string
