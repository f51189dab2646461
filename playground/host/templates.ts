import { TmplGroup } from 'glass-easel-template-compiler'

export interface TemplateFiles {
  /** WXML by path without suffix. */
  readonly wxml: ReadonlyMap<string, string>
  /** WXS by path without suffix. */
  readonly wxs: ReadonlyMap<string, string>
}

interface Complaint {
  readonly isError: boolean
  readonly message: string
}

/** One JavaScript expression whose value holds the compiled template of every WXML file, by path; throws on a broken one. */
export function compileTemplates({ wxml, wxs }: TemplateFiles): string {
  const group = new TmplGroup()
  try {
    for (const [path, text] of wxs) group.addScript(path, text)
    for (const [path, text] of wxml) {
      const errors = (group.addTmpl(path, text) as Complaint[]).filter((complaint) => complaint.isError)
      if (errors.length > 0) throw new Error(`${path}.wxml: ${errors.map((e) => e.message).join('; ')}`)
    }
    return group.getTmplGenObjectGroups()
  } finally {
    group.free()
  }
}
