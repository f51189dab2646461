/** What a mini-program code may carry: 1 to 32 of these characters, no `%`, no Chinese (getwxacodeunlimit). */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

/** True if the text can be the `scene` of a mini-program code. */
export const isCodeScene = (text: string): boolean => SCENE.test(text)
