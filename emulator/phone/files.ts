/** Pictures and temporary files: where a `src` of the mini-program is found by a browser. */
import { resolvePath } from './package'

/** Knows the addresses of pictures, and keeps temporary files of this phone. */
export class Files {
  private readonly temporary = new Map<string, string>()
  /** Files the person picks next, as data URLs; a test fills it, a browser asks instead. */
  readonly album: string[] = []
  /** Texts that the mini-program wrote into its own folder, by their paths. */
  readonly written = new Map<string, string>()
  /** Files that the person sent to a chat. */
  readonly sent: { readonly name: string; readonly text: string }[] = []

  /** `packageUrl` is where the package's own files are served, `cloud` the local cloud. */
  constructor(
    private readonly packageUrl: string,
    private readonly cloud: string,
    readonly pick: ((count: number) => Promise<string[]>) | undefined,
  ) {}

  /** The address a browser can load for a path, a cloud file id, or a temporary file. */
  url(source: string, page = ''): string {
    const cloudFile = /^cloud:\/\/[^/]+\/(.*)$/.exec(source)
    if (cloudFile) return this.cloudUrl(cloudFile[1] ?? '')
    if (source.startsWith('wxfile://')) return this.temporary.get(source) ?? source
    if (/^(https?:|data:|blob:)/.test(source)) return source
    return `${this.packageUrl}/${resolvePath(page, source)}`
  }

  cloudUrl(path: string): string {
    return `${this.cloud}/_emulator/files/${path.split('/').map(encodeURIComponent).join('/')}`
  }

  /** Keeps a file under a temporary path as WeChat hands them out. */
  keep(dataUrl: string): string {
    const type = /^data:image\/(\w+)/.exec(dataUrl)?.[1] ?? 'bin'
    const path = `wxfile://tmp_${this.temporary.size + 1}.${type === 'jpeg' ? 'jpg' : type}`
    this.temporary.set(path, dataUrl)
    return path
  }

  /** A temporary path for a file of the cloud, as if it lay on this phone now. */
  download(fileId: string): string {
    const [, kind = 'bin'] = /\.(\w+)$/.exec(fileId) ?? []
    const path = `wxfile://tmp_${this.temporary.size + 1}.${kind}`
    this.temporary.set(path, this.url(fileId))
    return path
  }

  /** Writes a text under a path of the mini-program's own folder. */
  write(path: string, text: string): void {
    this.written.set(path, text)
  }

  /** The content of a temporary file as a data URL. */
  content(path: string): string | undefined {
    return this.temporary.get(path)
  }

  /** How many bytes a temporary file has. */
  size(path: string): number {
    const [, base64 = ''] = (this.content(path) ?? '').split(',')
    return Math.floor((base64.replace(/=+$/, '').length * 3) / 4)
  }

  /** Lets the person choose pictures. */
  async choose(count: number): Promise<string[]> {
    const chosen = this.pick ? await this.pick(count) : this.album.splice(0, count)
    return chosen.map((dataUrl) => this.keep(dataUrl))
  }
}
