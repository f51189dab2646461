import vectors from './vectors/wechat-vectors.json'

/** Published and fabricated examples of WeChat's contracts, with TEST-ONLY keys. */
export const openData = vectors.mini_program_open_data
export const pay = vectors.wechatpay_v3
export const session = vectors.mini_program_open_data.check_session_hmac
export const sceneCases = vectors.wxacode_scene.cases
