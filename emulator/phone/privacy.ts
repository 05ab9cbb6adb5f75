/**
 * 用户隐私保护指引: before somebody agreed to a mini-program's privacy guidelines, WeChat hands over
 * nothing private.
 */

/** What somebody has agreed to on one phone. */
export class Privacy {
  constructor(private agreed: boolean) {}

  get isAgreed(): boolean {
    return this.agreed
  }

  agree(): void {
    this.agreed = true
  }
}

/** Whom WeChat asks where the mini-program did not. */
interface Asked {
  readonly privacy: Privacy
  consents(question: string): boolean | Promise<boolean>
}

/** What WeChat answers in place of something private. */
export const NOT_AGREED = 'privacy permission is not authorized'

/**
 * Whether something private may be handed over. Where the mini-program has not asked, WeChat does,
 * in a dialog of its own.
 */
export async function mayHandOver(device: Asked): Promise<boolean> {
  const { privacy } = device
  if (!privacy.isAgreed && (await device.consents('同意用户隐私保护指引'))) privacy.agree()
  return privacy.isAgreed
}
