/** Attributes added, with Taro's "no default" as their value. */
export const ARIA = { 'aria-label': '', 'aria-role': '' }
/** Components that carry them. */
export const SPOKEN = ['View', 'Button', 'Image']
